"""The clock of a run: how late it is, what is left of the line on air, when the others begin.

Pure: it reads lines and an instant, no row and no clock. The plan is the lines that the rundown
had, one after the other from its beginning; a hard start is kept whatever happens before it. A line
that was put in makes the show late by its length; one that is skipped makes it early.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from live.enums import EntryState


class Line(Protocol):
    """What the clock reads of a line; `RunEntry` is one."""

    @property
    def pk(self) -> int: ...
    @property
    def segment_key(self) -> str: ...
    @property
    def planned_s(self) -> int: ...
    @property
    def hard_start_at(self) -> datetime | None: ...
    @property
    def state(self) -> str: ...
    @property
    def started_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class RunClock:
    """`over_s`: by how much the line on air exceeds its length, negative while time is left.

    `drift_s`: how much later than planned the next line will begin, or the show end. `starts`:
    when each line that is to come will begin, by its key. `ends_at`: when the line on air will.
    """

    over_s: int
    drift_s: int
    ends_at: datetime | None
    show_ends_at: datetime
    starts: dict[int, datetime] = field(default_factory=dict)


def read_clock(lines: Sequence[Line], plan_starts_at: datetime, now: datetime) -> RunClock:
    """Return the clock of a run at `now`. `lines` stand in their order; the plan begins as told."""
    here = next((i for i, line in enumerate(lines) if line.state == EntryState.ON_AIR), None)
    current = lines[here] if here is not None else None
    later = lines[here + 1 :] if here is not None else lines
    coming = [line for line in later if line.state == EntryState.WAITING]
    ends_at = max(_planned_end(current), now) if current else None
    starts, show_ends_at = _estimate(coming, ends_at or now, now)
    planned, planned_end = _plan(lines, plan_starts_at)
    upcoming = coming[0].pk if coming else None
    late = (
        starts[upcoming] - planned[upcoming] if upcoming is not None else show_ends_at - planned_end
    )
    return RunClock(
        over_s=_seconds(now - _planned_end(current)) if current else 0,
        drift_s=_seconds(late),
        ends_at=ends_at,
        show_ends_at=show_ends_at,
        starts=starts,
    )


def _estimate(
    coming: Iterable[Line], free_at: datetime, now: datetime
) -> tuple[dict[int, datetime], datetime]:
    """Return when each line will begin, and when the last will be over."""
    starts = {}
    for line in coming:
        starts[line.pk] = free_at = max(line.hard_start_at or free_at, now)
        free_at += timedelta(seconds=line.planned_s)
    return starts, free_at


def _plan(lines: Iterable[Line], starts_at: datetime) -> tuple[dict[int, datetime], datetime]:
    """Return when each line was to begin, and the show to end. What was put in takes no time."""
    planned, free_at = {}, starts_at
    for line in lines:
        planned[line.pk] = free_at = line.hard_start_at or free_at
        if line.segment_key:
            free_at += timedelta(seconds=line.planned_s)
    return planned, free_at


def _planned_end(line: Line) -> datetime:
    assert line.started_at is not None, "a line on air has begun"
    return line.started_at + timedelta(seconds=line.planned_s)


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())
