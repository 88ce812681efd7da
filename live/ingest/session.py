"""One publish session, whatever door it came through: stream in, segments and rows out."""

import asyncio
import logging
from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass
from time import monotonic

from django.db import DatabaseError
from django.utils import timezone

from live.domain.close_session import close_session
from live.domain.mark_session import mark_session
from live.domain.open_session import Opened
from live.enums import SessionEnd
from live.feed_refusals import (
    AheadOfTime,
    FeedRefused,
    MachineTooSlow,
    NoRoomLeft,
    StreamUnreadable,
    TooHeavy,
)
from live.gateways import live_ffmpeg, segment_store
from live.gateways.live_ffmpeg import OFFSET_S, READ_BYTES, Child, ChildGone, Recipe
from live.ingest.cutter import SOURCE, Cutter
from live.ingest.desk import Desk
from live.ingest.figures import Meter
from live.ingest.fragments import FragmentReader, Head, Part
from live.ingest.writer import PARTS_KEPT_S, Writer
from media.errors import EncoderMissing

logger = logging.getLogger("live.ingest")

BEAT_S = 1.0
# The first piece of a stream is its head; with the second its clock begins.
FIRST_MEDIA = 2
SILENT_AFTER_S = 8.0
DRAIN_S = 6.0
MOST_AHEAD_S = 15.0
HEAVIEST_BPS = 20_000_000
LEAST_FREE_BYTES = 1024**3
# Viewers of parts have little more than this in hand.
STALL_S = 1.25


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a session is over, and what to tell the sender."""

    end: SessionEnd
    refusal: FeedRefused | None = None


async def receive(opened: Opened, recipe: Recipe, source: AsyncIterator[bytes]) -> Ending:
    """Receive `source` until it ends or must end, and close the session's row.

    When this task is cancelled the session is closed as lost.
    """
    session = _Session(opened)
    ending = Ending(SessionEnd.LOST)
    try:
        ending = await session.run(recipe, source)
    finally:
        await asyncio.shield(session.close(ending))
    return ending


class _Session:
    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.desk = Desk()
        self.meter = Meter()
        self.cutter = Cutter()
        self.writer = Writer(opened, self.desk, self.meter)
        # Rungs are read at once, but what they lead to is done in order.
        self.turn = asyncio.Lock()
        self.started = self.heard = monotonic()
        self.is_writing = False
        self.pieces = 0
        self.reached_s = 0.0

    async def run(self, recipe: Recipe, source: AsyncIterator[bytes]) -> Ending:
        self.cutter = Cutter(recipe.rungs)
        try:
            child = await live_ffmpeg.start(recipe)
        except EncoderMissing:
            logger.exception("A feed cannot be received without ffmpeg.")
            return Ending(SessionEnd.BROKEN, StreamUnreadable())
        pump = asyncio.create_task(self._pump(source, child))
        output = asyncio.create_task(self._read_all(child))
        watch = asyncio.create_task(self._watch())
        mind = asyncio.create_task(self._mind_stalls())
        tasks = (pump, output, watch)
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if output.done() and not watch.done():
                await self._let_speak(pump)
            ending = _ending(*tasks)
            await _cancel(pump, watch)
            child.end_input()
            await asyncio.wait([output], timeout=DRAIN_S)
            return self._second_thought(ending, output)
        finally:
            await _cancel(*tasks, mind)
            child.kill()
            words = await child.end()
            if words:
                logger.debug("ffmpeg of session %s said: %s", self.opened.pk, words)

    def _second_thought(self, ending: Ending, output: asyncio.Task[SessionEnd]) -> Ending:
        """Return `ending`, unless what the sender left behind could not be read."""
        if ending.end != SessionEnd.LEFT:
            return ending
        if output.done() and not output.cancelled() and output.exception():
            return _ending(output)
        is_unread = self.pieces >= FIRST_MEDIA and not self.meter.figures.rungs
        return Ending(SessionEnd.BROKEN, StreamUnreadable()) if is_unread else ending

    async def close(self, ending: Ending) -> None:
        """Write the last segment and the end of the row."""
        try:
            await self.writer.do(self.cutter.finish())
        except (OSError, FeedRefused):
            logger.exception("The last segment of session %s is lost.", self.opened.pk)
        try:
            await self._mark()
            await self.desk.do(close_session, self.opened.pk, ending.end, ending.refusal)
        except DatabaseError:
            logger.exception("Session %s could not be closed.", self.opened.pk)
        await self.desk.close()
        loop = asyncio.get_running_loop()
        loop.call_later(PARTS_KEPT_S, _sweep, loop, self.opened.folder)

    async def _pump(self, source: AsyncIterator[bytes], child: Child) -> SessionEnd:
        """Hand the stream to ffmpeg at the pace at which it takes it."""
        async for data in source:
            now = monotonic()
            self.heard = now
            self.pieces += 1
            if self.pieces == FIRST_MEDIA:
                self.writer.first_at = timezone.now()
            self.meter.arrived(now, len(data))
            self.is_writing = True
            try:
                await child.write(data)
            except ChildGone:
                return SessionEnd.BROKEN
            self.is_writing = False
        return SessionEnd.LEFT

    async def _read_all(self, child: Child) -> SessionEnd:
        async with asyncio.TaskGroup() as group:
            for rung, pipe in child.pipes.items():
                group.create_task(self._read(rung, pipe))
        return SessionEnd.BROKEN

    async def _read(self, rung: str, pipe: asyncio.StreamReader) -> None:
        reader = FragmentReader()
        while data := await pipe.read(READ_BYTES):
            for found in reader.take(data):
                if isinstance(found, Head):
                    await self._begin(rung, found)
                else:
                    await self._take(rung, found)

    async def _begin(self, rung: str, head: Head) -> None:
        self.meter.describe(rung, head)
        if rung == SOURCE:
            self.meter.source(head)
        await self.desk.do(segment_store.write_init, self.opened.folder, rung, head.data)

    async def _take(self, rung: str, part: Part) -> None:
        if rung == SOURCE and part.frames_s:
            self.reached_s = part.shown_s - OFFSET_S + part.length_s
            self.meter.watch(part)
        async with self.turn:
            await self.writer.do(self.cutter.take(rung, part))

    async def _watch(self) -> SessionEnd:
        """Once a second: is it alive, bearable, and still allowed?"""
        while True:
            await asyncio.sleep(BEAT_S)
            now = monotonic()
            if now - self.heard > SILENT_AFTER_S:
                if self.is_writing:
                    raise MachineTooSlow
                return SessionEnd.SILENT
            await self._bear(now)
            try:
                end = await self._mark()
            except DatabaseError:
                logger.exception("Session %s could not give its sign of life.", self.opened.pk)
                continue
            if end != SessionEnd.NONE:
                return end
            await self.writer.forget_parts(now)

    async def _mind_stalls(self) -> SessionEnd:
        """End the segment of a picture that stands still: its parts were shown already."""
        while self.opened.is_low_latency:
            await asyncio.sleep(STALL_S / 5)
            if monotonic() - self.writer.wrote_s > STALL_S:
                async with self.turn:
                    await self.writer.do(self.cutter.interrupt())
        return SessionEnd.NONE

    async def _bear(self, now: float) -> None:
        if self.reached_s > now - self.started + MOST_AHEAD_S:
            raise AheadOfTime
        self.meter.figures.bitrate_bps = self.meter.bitrate_bps(now)
        if self.meter.figures.bitrate_bps > HEAVIEST_BPS:
            raise TooHeavy
        if await self.desk.do(segment_store.free_bytes) < LEAST_FREE_BYTES:
            raise NoRoomLeft

    async def _mark(self) -> SessionEnd:
        return await self.desk.do(mark_session, self.opened, deepcopy(self.meter.figures))

    async def _let_speak(self, pump: asyncio.Task[SessionEnd]) -> None:
        """Give the pump a moment when ffmpeg ended first: the stream may just have ended too."""
        await asyncio.wait([pump], timeout=0.2)


def _ending(*tasks: asyncio.Task[SessionEnd]) -> Ending:
    """Return what the tasks that are done say; a refusal says most."""
    ended = [task for task in tasks if task.done() and not task.cancelled()]
    for error in (task.exception() for task in ended):
        if error is not None:
            return Ending(SessionEnd.BROKEN, _refusal(error))
    ends = [task.result() for task in ended]
    for end in ends:
        if end not in (SessionEnd.LEFT, SessionEnd.BROKEN):
            return Ending(end)
    if SessionEnd.LEFT in ends or not ends:
        return Ending(SessionEnd.LEFT)
    return Ending(SessionEnd.BROKEN, StreamUnreadable())


def _refusal(error: BaseException) -> FeedRefused:
    """Return the refusal that `error` is or holds."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, FeedRefused):
        return error
    logger.error("A publish session failed.", exc_info=error)
    return NoRoomLeft() if isinstance(error, OSError) else StreamUnreadable()


async def _cancel(*tasks: asyncio.Task[SessionEnd]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _sweep(loop: asyncio.AbstractEventLoop, folder: str) -> None:
    loop.run_in_executor(None, segment_store.remove_leftovers, folder)
