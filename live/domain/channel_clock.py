"""What the channel plays at an instant: arithmetic, so that every server says the same.

The films follow each other for ever from one instant in the past. Nothing is stored, nothing must
run, and nothing can be late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

# When the first film of every channel began for the first time. It never changes.
ANCHOR = datetime(2026, 1, 1, tzinfo=UTC)
_TICK = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """One showing of one film: `place` is its place in the list."""

    place: int
    begins_at: datetime
    ends_at: datetime

    def second_at(self, instant: datetime) -> float:
        """Return which second of the film is shown at `instant`."""
        return (instant - self.begins_at).total_seconds()


def slot_at(lengths_s: Sequence[float], instant: datetime) -> Slot | None:
    """Return which film is on at `instant`, given the lengths of the films in their order.

    Each instant belongs to one slot: from its beginning, and until just before its end. Lengths
    count in whole milliseconds; a film shorter than that is passed over. None without any film.
    """
    ends_ms = list(accumulate(_ticks(length_s) for length_s in lengths_s))
    if not ends_ms or not ends_ms[-1]:
        return None
    into_ms = (instant - ANCHOR) // _TICK % ends_ms[-1]
    place = next(place for place, end_ms in enumerate(ends_ms) if into_ms < end_ms)
    begins_ms = ends_ms[place - 1] if place else 0
    round_ms = (instant - ANCHOR) // _TICK - into_ms
    return Slot(
        place,
        ANCHOR + (round_ms + begins_ms) * _TICK,
        ANCHOR + (round_ms + ends_ms[place]) * _TICK,
    )


def _ticks(length_s: float) -> int:
    return max(0, round(length_s * 1000))
