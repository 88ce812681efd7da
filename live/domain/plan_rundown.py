"""When each part of a rundown begins and ends, as planned. Computes, reads nothing.

Instants are added up in UTC, so a night in which the clocks change is as long as it is; hours of
places are looked up in the time-zone data base for their own instant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

NIGHT_FROM_H, NIGHT_UNTIL_H = 23, 7


class Part(Protocol):
    """What is read of a segment, or of a line of a run."""

    planned_s: int
    hard_start_at: datetime | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One part with its hours.

    `gap_s`: seconds before a hard start that nothing fills. `overrun_s`: seconds by which the parts
    before run into it. Without a zone of its own, `starts_there` is empty.
    """

    part: Part
    starts_at: datetime
    ends_at: datetime
    gap_s: int
    overrun_s: int
    starts_there: datetime | None
    ends_there: datetime | None

    @property
    def is_hard(self) -> bool:
        return self.part.hard_start_at is not None

    @property
    def is_at_night(self) -> bool:
        """Whether people there are kept from their beds for some of it."""
        if self.starts_there is None or self.ends_there is None:
            return False
        hour = self.starts_there.hour
        evening = self.starts_there.replace(hour=NIGHT_FROM_H, minute=0, second=0, microsecond=0)
        return hour < NIGHT_UNTIL_H or hour >= NIGHT_FROM_H or self.ends_there > evening


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole rundown. `length_s`: from the start of the programme to the end of its last part."""

    starts_at: datetime
    parts: Sequence[Planned]

    @property
    def ends_at(self) -> datetime:
        return max((one.ends_at for one in self.parts), default=self.starts_at)

    @property
    def length_s(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds())

    @property
    def has_trouble(self) -> bool:
        return any(one.gap_s or one.overrun_s or one.is_at_night for one in self.parts)


def plan_rundown(parts: Iterable[Part], starts_at: datetime) -> Plan:
    """Return the hours of `parts` of a programme that begins at `starts_at`.

    A soft start follows the part before. A hard one is kept: what is free before it is a gap, what
    does not fit is an overrun.
    """
    planned: list[Planned] = []
    # In UTC: between instants of one zone, Python counts by the clock on the wall.
    free_at = starts_at.astimezone(UTC)
    for part in parts:
        begins = part.hard_start_at.astimezone(UTC) if part.hard_start_at else free_at
        distance_s = int((begins - free_at).total_seconds())
        ends = begins + timedelta(seconds=part.planned_s or 0)
        zone = _zone_of(part)
        planned.append(
            Planned(
                part=part,
                starts_at=begins,
                ends_at=ends,
                gap_s=max(distance_s, 0),
                overrun_s=max(-distance_s, 0),
                starts_there=begins.astimezone(zone) if zone else None,
                ends_there=ends.astimezone(zone) if zone else None,
            )
        )
        free_at = ends
    return Plan(starts_at.astimezone(UTC), planned)


def _zone_of(part: Part) -> ZoneInfo | None:
    name = getattr(part, "time_zone", "")
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # Typed a moment ago, and refused.
        return None
