"""The SRT front door: one UDP port, a stream id for each feed, and all of it encrypted.

Who is let in is decided while the caller waits in the handshake, in a thread of libsrt through
which all streams of the port come. So it is decided from memory, which is renewed each second; the
row of the session, written a moment later, decides when two come at once.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import Error

from live.domain.open_session import open_session_of
from live.domain.srt_access import OpenDoor, srt_doors
from live.enums import Door
from live.feed_refusals import (
    DoorFull,
    DoorRefused,
    FeedBusy,
    FeedRefused,
    KeyUnknown,
    NothingToPlayHere,
    PassphraseWrong,
)
from live.gateways import srt
from live.gateways.live_ffmpeg import Recipe
from live.ingest.desk import Desk
from live.ingest.session import receive
from live.ingest.srt.contents import ContentsReader

logger = logging.getLogger("live.ingest")

LEARN_S = 1.0
# A caller who was let in and is not here by then did not know the passphrase.
HANDSHAKE_S = 3.0
MOST_STRANGERS = 64
MOST_PUBLISHERS = 64
# How stream ids begin that say more than a name (SRT Access Control).
SPOKEN = "#!::"
PUBLISHES = "publish"
REASONS: dict[type[DoorRefused], int] = {
    KeyUnknown: srt.FORBIDDEN,
    FeedBusy: srt.CONFLICT,
    NothingToPlayHere: srt.BAD_MODE,
    DoorFull: srt.OVERLOAD,
}


class SrtDoor:
    """Listens on one address; every connection is a task of its own, and a thread that reads."""

    def __init__(self, receiver: str) -> None:
        self.receiver = receiver
        self.port = 0
        self._listener: srt.Listener | None = None
        self._doors: dict[str, OpenDoor] = {}
        self._publishing: set[str] = set()
        self._expected: dict[srt.Peer, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._desk, self._ear = Desk(), Desk()

    async def open(self, host: str, port: int) -> None:
        """Begin to listen (port 0: any free one). Raises SrtMissing, or SrtFailed."""
        await self._learn()
        self._listener = await self._ear.do(srt.Listener, host, port, self._judge)
        self.port = self._listener.port
        self._keep(self._greet(self._listener))
        self._keep(self._keep_learning())

    async def close(self) -> None:
        """Stop listening and end all sessions, as lost."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._listener is not None:
            await self._ear.do(self._listener.close)
        await self._ear.close()
        await self._desk.close()

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _judge(self, said: str, peer: srt.Peer) -> str:
        """Return the passphrase of the feed that is named; called in a thread of libsrt."""
        try:
            door = self._door(said)
            if len(self._publishing) >= MOST_PUBLISHERS or len(self._expected) >= MOST_STRANGERS:
                raise DoorFull
            if door.is_busy or door.digest in self._publishing:
                raise FeedBusy
        except DoorRefused as refusal:
            _tell(peer, refusal)
            raise srt.Rejected(REASONS[type(refusal)]) from refusal
        self._expected[peer] = monotonic()
        return door.passphrase

    def _door(self, said: str) -> OpenDoor:
        door = self._doors.get(feed_of(said))
        if door is None:
            raise KeyUnknown
        return door

    async def _keep_learning(self) -> None:
        while True:
            await asyncio.sleep(LEARN_S)
            await self._learn_anew()
            self._miss()

    async def _learn_anew(self) -> None:
        try:
            await self._learn()
        except Error:
            logger.exception("The SRT door goes on with the keys it knew.")

    async def _learn(self) -> None:
        self._doors = await self._desk.do(srt_doors)

    def _miss(self) -> None:
        """Tell of those who were let in and did not come."""
        now = monotonic()
        for peer, since in list(self._expected.items()):
            if now - since > HANDSHAKE_S:
                del self._expected[peer]
                _tell(peer, PassphraseWrong())

    async def _greet(self, listener: srt.Listener) -> None:
        while True:
            try:
                connection = await self._ear.do(listener.accept)
            except srt.SrtFailed:
                logger.exception("A caller of the SRT door was lost.")
                await asyncio.sleep(LEARN_S)
                continue
            if connection is not None:
                self._expected.pop(connection.peer, None)
                self._keep(self._visit(connection))

    async def _visit(self, connection: srt.Connection) -> None:
        ear = Desk()
        try:
            await self._publish(connection, ear)
        except FeedRefused as refusal:
            _tell(connection.peer, refusal)
        except Exception:
            # One sender's accident: the door and the others go on.
            logger.exception("A connection to the SRT door failed.")
        finally:
            connection.hang_up()
            await ear.do(connection.forget)
            await ear.close()

    async def _publish(self, connection: srt.Connection, ear: Desk) -> None:
        digest = self._door(connection.stream_id).digest
        opened = await self._desk.do(open_session_of, digest, Door.SRT, self.receiver)
        self._publishing.add(digest)
        logger.info("Session %s: %s publishes.", opened.pk, connection.peer[0])
        recipe = Recipe("mpegts", rungs=tuple(settings.LIVE_RUNGS))
        try:
            ending = await receive(opened, recipe, _stream(connection, ear))
        finally:
            self._publishing.discard(digest)
        logger.info("Session %s is over: %s", opened.pk, ending.end)
        await self._learn_anew()
        if ending.refusal is not None:
            raise ending.refusal


def feed_of(said: str) -> str:
    """Return which feed a stream id names. Raises NothingToPlayHere for who wants to receive."""
    if not said.startswith(SPOKEN):
        return said
    fields = dict(item.partition("=")[::2] for item in said.removeprefix(SPOKEN).split(","))
    if fields.get("m", PUBLISHES) != PUBLISHES:
        raise NothingToPlayHere
    return fields.get("r", "")


async def _stream(connection: srt.Connection, ear: Desk) -> AsyncIterator[bytes]:
    """Give what the sender sends until it leaves. Raises what `ContentsReader.take` does."""
    contents = ContentsReader()
    while (data := await ear.do(connection.read)) != b"":
        if data:
            contents.take(data)
            yield data


def _tell(peer: srt.Peer, refusal: FeedRefused) -> None:
    logger.info("SRT from %s was refused: %s", peer[0], refusal.code)
