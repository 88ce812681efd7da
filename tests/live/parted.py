"""Senders of a programme with parts, as the store and the rows see them, on a clock of their own."""

import os
from datetime import timedelta
from pathlib import Path

from live.air.append import append_air
from live.gateways import segment_store
from live.gateways.part_log import LOG_NAME
from live.ingest.cutter import SOURCE, Cut, Cutter, Seal, Step, Write
from live.ingest.fragments import Part
from live.ingest.writer import write_part
from live.models import Feed, FeedSegment, Run
from tests.live.airing import AT, SMALL, at
from tests.live.airing import SOURCE as SOURCE_FACTS

FRAME_S = 0.04
# Pictures of the parts of a second, as ffmpeg cuts 25 of them.
SECOND = (9, 9, 7)


class Clock:
    """The time of a test, in seconds since the run began."""

    def __init__(self) -> None:
        self.now_s = 10.0

    def time(self) -> float:
        """Stand in for time.time where a log's age is asked for."""
        return AT.timestamp() + self.now_s


class Sender:
    """A publish session: the real cutter, store and log; the rows are written as by the session."""

    def __init__(self, feed: Feed, clock: Clock, root: Path, *rungs: str) -> None:
        facts = {SOURCE: SOURCE_FACTS, **dict.fromkeys(rungs, SMALL)}
        begins = at(clock.now_s)
        self.row = feed.sessions.create(started_at=begins, seen_at=begins, rungs=facts)
        self.is_open = True
        self._clock, self._root, self._rungs = clock, root, (SOURCE, *rungs)
        self._begun_s = clock.now_s
        self._cutter = Cutter(rungs)
        self._counts: dict[str, int] = {}
        self._shown_s, self._piece = 0.0, 0
        for rung in self._rungs:
            segment_store.write_init(self.row.folder, rung, f"{rung} init".encode())

    def send(self, pictures: int | None = None) -> None:
        """Deliver the next part of every rung; the clock goes on by its length."""
        frames = pictures or SECOND[self._piece % len(SECOND)]
        is_key = self._piece % len(SECOND) == 0
        self._clock.now_s += frames * FRAME_S
        for rung in self._rungs:
            data = f"{self.row.pk} {rung} {self._piece};".encode()
            part = Part(data, is_key, round(self._shown_s, 6), (FRAME_S,) * frames)
            self._do(self._cutter.take(rung, part))
        self._shown_s += frames * FRAME_S
        self._piece += 1

    def stall(self) -> None:
        """Stand still until the receiver ends the segment."""
        self._clock.now_s += 1.3
        self._do(self._cutter.interrupt())
        # What an encoder does after a stall is not known: perhaps a keyframe, perhaps later.

    def leave(self) -> None:
        """Say goodbye."""
        self._do(self._cutter.finish())
        self._close()

    def die(self) -> None:
        """The receiving process is killed, and its session closed by the next one."""
        self._close()

    def _close(self) -> None:
        self.is_open = False
        self.row.ended_at = at(self._clock.now_s)
        self.row.save()

    def _do(self, steps: list[Step]) -> None:
        for step in steps:
            if isinstance(step, Write):
                self._counts[step.rung] = self._counts.get(step.rung, -1) + 1
                write_part(self.row.folder, step, self._counts[step.rung])
                log = self._root / self.row.folder / step.rung / LOG_NAME
                os.utime(log, (self._clock.time(), self._clock.time()))
            elif isinstance(step, Seal):
                segment_store.seal_segment(self.row.folder, step.rung, step.number)
            elif isinstance(step, Cut):
                FeedSegment.objects.get_or_create(
                    session=self.row,
                    number=step.number,
                    defaults={
                        "starts_at": at(self._begun_s + step.shown_s),
                        "length_s": round(step.length_s, 6),
                        "parts": list(step.parts_s),
                    },
                )


def air_pass(run: Run, clock: Clock) -> None:
    """Do what the process that appends does four times a second."""
    fresh = Run.objects.get(pk=run.pk)
    if fresh.ended_at is None or hasattr(fresh, "promise"):
        append_air(fresh, AT + timedelta(seconds=clock.now_s), slate_segments=30)
