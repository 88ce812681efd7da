"""Instants of a live as seconds of its replay, and back."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta

from live.domain.make_spans import Span


def replay_at(spans: Sequence[Span], wall: datetime) -> float | None:
    """Return the second of the replay at which it shows the instant `wall`.

    An instant that was cut, or that nobody saw, is the next kept second. None when nothing is kept
    from `wall` on. `spans` are in order and do not overlap (`make_spans`).
    """
    index = bisect_right(spans, wall, key=lambda span: span.wall_from) - 1
    if index >= 0 and wall < spans[index].wall_to:
        return spans[index].replay_from_s + (wall - spans[index].wall_from).total_seconds()
    if index + 1 < len(spans):
        return spans[index + 1].replay_from_s
    return None


def wall_at(spans: Sequence[Span], replay_s: float) -> datetime | None:
    """Return the instant that second `replay_s` of the replay shows.

    A second in no span (an instant shown twice) is the beginning of the next. None at or behind the
    end, and for a replay in which nothing is kept.
    """
    index = bisect_right(spans, replay_s, key=lambda span: span.replay_from_s) - 1
    if index >= 0:
        span = spans[index]
        wall = span.wall_from + timedelta(seconds=replay_s - span.replay_from_s)
        if wall < span.wall_to:
            return wall
    if index + 1 < len(spans):
        return spans[index + 1].wall_from
    return None
