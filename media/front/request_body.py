"""Reading a request body that may be huge, slow, or cut off."""

import asyncio
from asyncio import Task
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from front.protocol import Receive
from media.refusals import BusyUpload, TooSlow

PIECE_BYTES = 1024 * 1024
IDLE_S = 30.0
LOOK_AROUND_S = 0.5
DRAIN_S = 10.0


class ClientGone(Exception):
    """The connection ended before the body did."""


class RequestBody:
    """The body of one request, in pieces of about one mebibyte.

    `is_unwanted` is asked now and then, and between two pieces: once it answers yes, a newer
    request has taken over and reading stops.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._next: Task[Any] | None = None
        self._is_over = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._next is not None:
            self._next.cancel()
            with suppress(asyncio.CancelledError):
                await self._next

    async def pieces(self, is_unwanted: Callable[[], bool]) -> AsyncIterator[bytes]:
        """Yield the body. What had arrived before an interruption is yielded first.

        Raises ClientGone, TooSlow (nothing for 30 s) or BusyUpload (unwanted).
        """
        gathered = bytearray()
        while not self._is_over:
            try:
                gathered += await self._arrival(is_unwanted)
            except (ClientGone, TooSlow, BusyUpload):
                if gathered:
                    yield bytes(gathered)
                raise
            if len(gathered) >= PIECE_BYTES or self._is_over:
                yield bytes(gathered)
                gathered.clear()
                if await asyncio.to_thread(is_unwanted):
                    raise BusyUpload

    async def drain(self) -> None:
        """Read and forget what is left, for a while: a client that still sends hears no answer."""
        with suppress(ClientGone, TooSlow, TimeoutError):
            async with asyncio.timeout(DRAIN_S):
                while not self._is_over:
                    await self._arrival(lambda: False)

    async def _arrival(self, is_unwanted: Callable[[], bool]) -> bytes:
        """Return the next bytes that the server hands over."""
        waited_s = 0.0
        if self._next is None:
            self._next = asyncio.ensure_future(self._receive())
        # The pending read is never cancelled on the way: a cancelled one could lose bytes.
        while not (await asyncio.wait({self._next}, timeout=LOOK_AROUND_S))[0]:
            waited_s += LOOK_AROUND_S
            if await asyncio.to_thread(is_unwanted):
                raise BusyUpload
            if waited_s >= IDLE_S:
                raise TooSlow
        message = self._next.result()
        self._next = None
        if message["type"] == "http.disconnect":
            self._is_over = True
            raise ClientGone
        self._is_over = not message.get("more_body", False)
        return bytes(message.get("body", b""))
