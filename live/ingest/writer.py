"""What a session leaves behind: files of parts and segments, the log of parts, rows."""

import logging
from datetime import datetime, timedelta
from time import monotonic

from django.db import DatabaseError

from live.domain.keep_segment import keep_segment
from live.domain.open_session import Opened
from live.gateways import segment_store
from live.gateways.knock import FEEDS, knock
from live.gateways.live_ffmpeg import OFFSET_S
from live.gateways.part_log import LoggedPart, log_part
from live.ingest.cutter import Cut, Seal, Step, Write
from live.ingest.desk import Desk
from live.ingest.figures import Meter

logger = logging.getLogger("live.ingest")

PARTS_KEPT_S = 60.0


class Writer:
    """Does what the cutter says, step by step. `first_at` is when the stream's clock began."""

    def __init__(self, opened: Opened, desk: Desk, meter: Meter) -> None:
        self.first_at = opened.started_at
        # When a part was written last, in seconds of a monotonic clock.
        self.wrote_s = monotonic()
        self._opened = opened
        self._desk = desk
        self._meter = meter
        self._counts: dict[str, int] = {}
        self._sizes: dict[tuple[str, int], int] = {}
        self._unsaved: list[Cut] = []
        self._sealed: list[tuple[float, int]] = []

    async def do(self, steps: list[Step]) -> None:
        """Write the files of `steps`, and the rows of segments that are whole."""
        folder = self._opened.folder
        for step in steps:
            if isinstance(step, Write):
                self.wrote_s = monotonic()
                await self._desk.do(write_part, folder, step, self._count(step.rung))
            elif isinstance(step, Seal):
                seal = segment_store.seal_segment
                size = await self._desk.do(seal, folder, step.rung, step.number)
                self._sizes[step.rung, step.number] = size
            else:
                await self._keep(step)

    async def forget_parts(self, now_s: float) -> None:
        """Remove the parts that no player fetches any more."""
        while self._sealed and now_s - self._sealed[0][0] > PARTS_KEPT_S:
            _, number = self._sealed.pop(0)
            await self._desk.do(segment_store.remove_parts, self._opened.folder, number)

    def _count(self, rung: str) -> int | None:
        """Return the running number of the rung's next part; None when nobody is offered parts."""
        if not self._opened.is_low_latency:
            return None
        self._counts[rung] = self._counts.get(rung, -1) + 1
        return self._counts[rung]

    async def _keep(self, cut: Cut) -> None:
        """Write the row of a whole segment; what the database refuses is tried with the next."""
        rungs = self._meter.figures.rungs
        sizes = {rung: self._sizes.pop((rung, cut.number), 0) for rung in rungs}
        if not all(sizes.values()):
            return  # We were stopped between its files.
        for rung, size in sizes.items():
            self._meter.weigh(rung, size, cut.length_s)
        self._sealed.append((monotonic(), cut.number))
        self._unsaved.append(cut)
        try:
            while self._unsaved:
                await self._save(self._unsaved[0])
                del self._unsaved[0]
        except DatabaseError:
            logger.exception("A segment of session %s waits for its row.", self._opened.pk)

    async def _save(self, cut: Cut) -> None:
        starts_at = self.first_at + timedelta(seconds=cut.shown_s - OFFSET_S)
        await self._desk.do(_save, self._opened.pk, cut, starts_at)


def _save(session_pk: int, cut: Cut, starts_at: datetime) -> None:
    parts_s = [round(part_s, 6) for part_s in cut.parts_s]
    keep_segment(session_pk, cut.number, starts_at, round(cut.length_s, 6), parts_s)
    knock(FEEDS)


def write_part(folder: str, step: Write, count: int | None) -> None:
    """Write a part, and say that it is there when it has a running number."""
    is_written = segment_store.write_part(folder, step.rung, step.number, step.piece, step.data)
    if is_written and count is not None:
        part = LoggedPart(count, step.number, step.piece, step.length_s, step.is_independent)
        log_part(folder, step.rung, part)
