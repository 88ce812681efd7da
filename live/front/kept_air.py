"""What one process knows of one run's air: the rows it has read, and the lists made of them.

All viewers share it. It is read anew when somebody asks and it is older than a moment; while
viewers wait for the next segment, one task of this process looks for all of them: at the database
five times a second, and when the process that appends knocks; at the logs of parts fifty times.
"""

import asyncio
import gzip
import logging
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from django.db import DatabaseError

from front.database import ask
from live.air import manifest
from live.air.manifest import SOURCE, Aired, Quality
from live.air.read_air import qualities, read_air
from live.domain.kept_air import kept_numbers
from live.front.kept_parts import KeptParts
from live.gateways.knock import TICK_S, Ear, run_door

logger = logging.getLogger("live.air")

KEPT_S = 1.0
LOOK_EVERY_S = 0.2
QUALITIES_KEPT_S = 5.0
# A list that was asked for before its time waits at most three targets.
WAIT_AT_MOST_S = 3.0 * manifest.TARGET_S


class KeptAir:
    """The air of one run, as far as this process has read it."""

    def __init__(self, run_id: int) -> None:
        self.run_id = run_id
        self.rows: list[Aired] = []
        self.ended_at: datetime | None = None
        self.promised: Aired | None = None
        self.has_parts = False
        self.parts = KeptParts()
        self.asked_at_s = monotonic()
        self._read_at_s = float("-inf")
        self._reading: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._waiting = 0
        self._changed = asyncio.Event()
        self._longest_s = 0.0
        self._folders: dict[str, str] = {}
        self._blocks: dict[str, list[str]] = {}
        self._texts: dict[tuple[str, bool], bytes] = {}
        self._qualities: list[Quality] = []
        self._qualities_read_at_s = float("-inf")
        self._kept: tuple[object, frozenset[int]] = (None, frozenset())

    @property
    def last_number(self) -> int:
        return self.rows[-1].number if self.rows else 0

    @property
    def target_s(self) -> int:
        return manifest.target_s(self._longest_s)

    def row(self, number: int) -> Aired | None:
        """Return the row of that number, if it was aired and read."""
        index = number - self.rows[0].number if self.rows else -1
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def folder(self, name: str) -> str | None:
        """Return the folder of what was aired under that name of an init segment."""
        return self._folders.get(name)

    async def refresh(self, kept_s: float | None = None) -> None:
        """Read what is new, unless that was done less than a second ago; one reads for all."""
        kept_s = KEPT_S if kept_s is None else kept_s
        self.asked_at_s = monotonic()
        self._read_parts()
        if self._reading is None:
            if monotonic() - self._read_at_s < kept_s:
                return
            self._reading = asyncio.ensure_future(self._read())
            self._reading.add_done_callback(self._forget_reading)
        # Shielded: the one who asked first may leave, the others still wait.
        await asyncio.shield(self._reading)

    async def reach(self, number: int, rung: str = SOURCE, part: int | None = None) -> None:
        """Return once segment `number` was aired, or its part of that place in the list of `rung`.

        Or once the run is over, or a few seconds have passed.
        """
        await self.wait_until(lambda: self._has(number, rung, part))

    async def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Return once `is_so` of what was read, or a few seconds have passed."""
        if is_so():
            return
        self._waiting += 1
        if self._looking is None:
            self._looking = asyncio.ensure_future(self._look())
        try:
            async with asyncio.timeout(WAIT_AT_MOST_S):
                while not is_so():
                    await self._changed.wait()
        except TimeoutError:
            pass
        finally:
            self._waiting -= 1

    async def qualities(self) -> list[Quality]:
        """Return the qualities that the master manifest lists."""
        if monotonic() - self._qualities_read_at_s >= QUALITIES_KEPT_S:
            self._qualities_read_at_s = monotonic()
            self._qualities = await ask(qualities, self.run_id)
        return self._qualities

    async def kept(self, recording_id: int, version: int) -> frozenset[int]:
        """Return the numbers that a recording of this run keeps, as of a version of it."""
        if self._kept[0] != (recording_id, version):
            self._kept = ((recording_id, version), await ask(kept_numbers, recording_id))
        return self._kept[1]

    async def has_rung(self, rung: str) -> bool:
        """Say whether there is a list of that rung: names that are guessed make none."""
        return rung in (SOURCE, *self._blocks) or rung in {
            quality.rung for quality in await self.qualities()
        }

    def list_of(self, rung: str, *, is_delta: bool) -> bytes:
        """Return the manifest of a rung as it is now."""
        known = self._texts.get((rung, is_delta))
        if known is None:
            known = self._texts[rung, is_delta] = self._write(rung, is_delta=is_delta).encode()
        return known

    def packed_list_of(self, rung: str) -> bytes:
        """Return the whole manifest of a rung, gzipped: after hours it is half a megabyte."""
        name = f"{rung}.gz"
        if (name, False) not in self._texts:
            packed = gzip.compress(self.list_of(rung, is_delta=False), compresslevel=1, mtime=0)
            self._texts[name, False] = packed
        return self._texts[name, False]

    def _write(self, rung: str, *, is_delta: bool) -> str:
        edge = self.parts.edge(self.rows, self.promised, rung) if self.has_parts else None
        blocks = self._blocks_of(rung)
        if edge is not None:
            older = blocks[: len(blocks) - len(edge.blocks)]
            blocks = [*older, *edge.blocks]
            if self.ended_at is None:
                blocks += [*edge.growing, *self._reports(rung)]
        skipped = manifest.skippable(self.rows, self.target_s) if is_delta else 0
        shown = blocks[skipped:]
        if skipped:
            # What a player needs to begin with it, it finds in it.
            shown[0] = manifest.block(self.rows[skipped], rung, None)
        return manifest.live_manifest(
            shown,
            first_number=self.rows[0].number if self.rows else 1,
            skipped=skipped,
            target_s=self.target_s,
            part_target_s=edge.part_target_s if edge else None,
            is_ended=self.ended_at is not None,
        )

    def _reports(self, rung: str) -> list[str]:
        """Return how far the other lists have come, for players that change quality."""
        return [
            manifest.rendition_report(
                quality.rung, *self.parts.last_place(self.rows, self.promised, quality.rung)
            )
            for quality in self._qualities
            if quality.rung != rung
        ]

    def _blocks_of(self, rung: str) -> list[str]:
        blocks = self._blocks.setdefault(rung, [])
        for index in range(len(blocks), len(self.rows)):
            before = self.rows[index - 1] if index else None
            blocks.append(manifest.block(self.rows[index], rung, before))
        return blocks

    def _has(self, number: int, rung: str, part: int | None) -> bool:
        if self.last_number > number or self.ended_at is not None:
            return True
        if part is None or not self.has_parts:
            return self.last_number >= number
        row = self.row(number)
        if row is not None:
            # One part too many is the first of the next segment.
            if part < len(self.parts.of(row, rung)):
                return True
            number, part = number + 1, 0
        growing = self.promised
        if growing is None or growing.number != number:
            return False
        return part < len(self.parts.of(growing, rung))

    def _read_parts(self) -> None:
        if self.has_parts and self.parts.read():
            self._tell()

    def _tell(self) -> None:
        """Forget the lists of before, and wake those who wait."""
        self._texts.clear()
        self._changed.set()
        self._changed = asyncio.Event()

    async def _read(self) -> None:
        news = await ask(read_air, self.run_id, self.last_number)
        self._read_at_s = monotonic()
        self._read_parts()
        if not news.rows and (news.ended_at, news.promised) == (self.ended_at, self.promised):
            return
        self.rows += news.rows
        self._folders |= {row.map_name: row.folder for row in news.rows}
        self.ended_at, self.promised, self.has_parts = news.ended_at, news.promised, news.has_parts
        if news.promised is not None:
            self._folders[news.promised.map_name] = news.promised.folder
        self._longest_s = max([self._longest_s, *(row.length_s for row in news.rows)])
        self._tell()

    async def _look(self) -> None:
        """Read again and again as long as somebody waits."""
        ear = Ear(run_door(self.run_id))
        try:
            while self._waiting:
                reading = asyncio.ensure_future(
                    self.refresh(0.0 if ear.has_heard() else LOOK_EVERY_S)
                )
                # Parts do not wait for a database that is slow.
                while not (await asyncio.wait([reading], timeout=TICK_S))[0]:
                    self._read_parts()
                try:
                    reading.result()
                except DatabaseError:
                    logger.exception("The air of run %s cannot be read.", self.run_id)
                    await asyncio.sleep(LOOK_EVERY_S)
                await asyncio.sleep(min(TICK_S, LOOK_EVERY_S))
        finally:
            self._looking = None

    def _forget_reading(self, task: asyncio.Task[None]) -> None:
        self._reading = None
