"""The RTMP front door: who comes with a key publishes, everybody else is told why not."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress

from django.conf import settings

from live.domain.open_session import Opened, open_session
from live.enums import Door, SessionEnd
from live.feed_refusals import FeedRefused, KeyUnknown, NotRtmp
from live.gateways.live_ffmpeg import Recipe
from live.ingest.desk import Desk
from live.ingest.rtmp.chunks import VIDEO, Message
from live.ingest.rtmp.conversation import Conversation
from live.ingest.rtmp.flv import FlvWriter
from live.ingest.session import receive

logger = logging.getLogger("live.ingest")

READ_BYTES = 65_536
# From the first byte to the key.
GREETING_S = 10.0
GOODBYE_S = 2.0
MOST_STRANGERS = 64
MOST_PUBLISHERS = 64
# Each piece handed over wakes an ffmpeg. Sound waits for the picture that follows it, at 25 a
# second for 40 ms at most; where no picture comes, so many messages are a piece.
MOST_HELD = 8


class RtmpDoor:
    """Listens on one address; every connection is a task of its own."""

    def __init__(self, receiver: str) -> None:
        self.receiver = receiver
        self.port = 0
        self._server: asyncio.Server | None = None
        self._visits: set[asyncio.Task[None]] = set()
        self._strangers = self._publishers = 0
        self._desk = Desk()

    async def open(self, host: str, port: int) -> None:
        """Begin to listen (port 0: any free one). Raises OSError when the port is taken."""
        self._server = await asyncio.start_server(self._visit, host, port, limit=READ_BYTES)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop listening and end all sessions, as lost."""
        if self._server is not None:
            self._server.close()
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)
        await self._desk.close()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._visits.add(task)
        try:
            if self._strangers < MOST_STRANGERS and self._publishers < MOST_PUBLISHERS:
                await self._talk(_Line(reader, writer))
        except (ConnectionError, TimeoutError, asyncio.CancelledError):
            pass
        except Exception:
            logger.exception("A connection to the RTMP door failed.")
        finally:
            self._visits.discard(task)
            await _hang_up(writer)

    async def _talk(self, line: "_Line") -> None:
        try:
            opened = await self._let_in(line)
            if opened is not None:
                await self._publish(line, opened)
        except FeedRefused as refusal:
            logger.info("RTMP from %s was refused: %s", line.address, refusal.code)
            await line.refuse(refusal)

    async def _let_in(self, line: "_Line") -> Opened | None:
        """Return the session that the sender's key opens; None when it left before."""
        self._strangers += 1
        try:
            async with asyncio.timeout(GREETING_S):
                return await self._open(line) if await line.listen_for_key() else None
        finally:
            self._strangers -= 1

    async def _open(self, line: "_Line") -> Opened:
        return await self._desk.do(open_session, line.key, Door.RTMP, self.receiver)

    async def _publish(self, line: "_Line", opened: Opened) -> None:
        """Receive session after session: a sender that changes its picture begins another."""
        recipe = Recipe(rungs=tuple(settings.LIVE_RUNGS))
        self._publishers += 1
        try:
            await line.accept()
            while True:
                logger.info("Session %s: %s publishes.", opened.pk, line.address)
                ending = await receive(opened, recipe, line.stream())
                logger.info("Session %s is over: %s", opened.pk, ending.end)
                if ending.end == SessionEnd.REVOKED:
                    raise KeyUnknown
                if ending.refusal is not None:
                    raise ending.refusal
                if not line.has_changed:
                    return
                opened = await self._open(line)
        finally:
            self._publishers -= 1


class _Line:
    """The connection of one sender: its bytes, what was said, its stream as FLV."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._conversation = Conversation()
        self._flv = FlvWriter()
        self._pending: list[Message] = []
        self.address = (writer.get_extra_info("peername") or ("?",))[0]

    @property
    def key(self) -> str:
        return self._conversation.key or ""

    @property
    def has_changed(self) -> bool:
        """Whether the sender went on with another picture."""
        return self._flv.has_changed

    async def listen_for_key(self) -> bool:
        """Read on until the sender asks to publish; False when it leaves before."""
        while self._conversation.key is None and not self._conversation.is_over:
            data = await self._reader.read(READ_BYTES)
            if not data:
                return False
            self._conversation.receive(data)
            await self._answer()
        return self._conversation.key is not None and not self._conversation.is_over

    async def accept(self) -> None:
        """Tell the sender to begin."""
        self._conversation.accept()
        await self._answer()

    async def refuse(self, refusal: FeedRefused) -> None:
        """Tell the sender why not; who does not even speak RTMP hears nothing."""
        if isinstance(refusal, NotRtmp) and self._conversation.key is None:
            return
        self._conversation.refuse(refusal)
        with suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(GOODBYE_S):
                await self._answer()

    async def stream(self) -> AsyncIterator[bytes]:
        """Give the stream as FLV until the sender leaves or changes its picture.

        Raises NotRtmp, PictureUnfit or SoundUnfit.
        """
        self._flv = FlvWriter(self._flv.headers)
        yield self._flv.begin()
        while True:
            if self._is_a_piece() and (written := self._written()):
                yield written
            if self._flv.has_changed or self._conversation.is_over:
                break
            try:
                data = await self._reader.read(READ_BYTES)
            except ConnectionError:
                break
            if not data:
                break
            self._pending += self._conversation.receive(data)
            await self._answer()
        if rest := self._written():
            yield rest

    def _is_a_piece(self) -> bool:
        kinds = [message.kind for message in self._pending]
        return VIDEO in kinds or len(kinds) >= MOST_HELD

    def _written(self) -> bytes:
        """Write what has come, up to a change of the picture."""
        written = b""
        while self._pending and not self._flv.has_changed:
            written += self._flv.write(self._pending.pop(0))
        return written

    async def _answer(self) -> None:
        if self._conversation.out:
            self._writer.write(bytes(self._conversation.out))
            self._conversation.out.clear()
            await self._writer.drain()


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(GOODBYE_S):
            await writer.wait_closed()
