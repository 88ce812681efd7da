"""Group commit: requests that arrive together are written in one transaction.

While one batch is being committed, the requests that come in form the next one; each is answered
only when its batch is on disk. One thread per process writes, on a connection of its own.

A batch waits two milliseconds for company before it is closed: those who were answered together
come back together, and without it the first of them would go alone and make the others wait.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from django.db import DatabaseError, connections

logger = logging.getLogger("audience.writer")

LARGEST_BATCH = 256
GATHER_S = 0.002
# One for all writers of the process: two would wait for each other's locks.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")


class GroupWriter(Generic[Asked, Answered]):
    """Hands what is asked to `write`, many at a time, and gives each its answer.

    `write` takes a list and returns the answers in the same order, everything committed. When it
    fails on a batch, each is tried once more alone: one bad request must not fail its neighbours.
    """

    def __init__(self, write: Callable[[Sequence[Asked]], Sequence[Answered]]) -> None:
        self._write = write
        self._waiting: list[tuple[Asked, asyncio.Future[Answered]]] = []
        self._running: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Answered:
        """Return the answer to `asked` once it is committed. Raises what `write` raised."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answered] = loop.create_future()
        self._waiting.append((asked, future))
        if self._running is None or self._running.done() or self._running.get_loop() is not loop:
            self._running = loop.create_task(self._run())
        return await future

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            await asyncio.sleep(GATHER_S)
            batch = self._waiting[:LARGEST_BATCH]
            del self._waiting[:LARGEST_BATCH]
            answers = await loop.run_in_executor(_thread, self._commit, [a for a, _ in batch])
            for (_, future), answer in zip(batch, answers, strict=True):
                if future.cancelled():
                    continue
                if isinstance(answer, BaseException):
                    future.set_exception(answer)
                else:
                    future.set_result(answer)

    def _commit(self, asked: list[Asked]) -> list[Answered | Exception]:
        for connection in connections.all(initialized_only=True):
            connection.close_if_unusable_or_obsolete()
        try:
            return list(self._write(asked))
        except Exception as error:
            if len(asked) == 1:
                logger.exception("An act could not be written.")
                return [error]
            if isinstance(error, DatabaseError):
                logger.warning("A batch of %s could not be written: %s", len(asked), error)
            return [self._commit([one])[0] for one in asked]
