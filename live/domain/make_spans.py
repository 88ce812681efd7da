"""From the segments of a replay to the stretches in which its time runs as the wall's did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from live.models import AirSegment

# Clocks and roundings move a segment by this much without a hole.
CONTIGUOUS = timedelta(seconds=0.25)

# What sticks out of an overlap by less than this is a rounding, and no stretch of its own.
SHORTEST = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Span:
    """An instant t with `wall_from` ≤ t < `wall_to` is second `replay_from_s` + (t − wall_from)."""

    wall_from: datetime
    wall_to: datetime
    replay_from_s: float

    @property
    def replay_to_s(self) -> float:
        """The second of the replay at which it ends."""
        return self.replay_from_s + (self.wall_to - self.wall_from).total_seconds()


def make_spans(segments: Iterable[AirSegment]) -> list[Span]:
    """Return the spans of a replay that consists of `segments`, in order.

    Contiguous segments share a span; a hole, a cut, or a clock that has drifted apart by more than
    a quarter of a second starts another. Where a switch of feeds shows an instant twice, the first
    showing is the one that counts.
    """
    spans: list[Span] = []
    replay_s = 0.0
    for segment in segments:
        starts_at, ends_at = shown_at(segment), shown_until(segment)
        if not spans:
            spans.append(Span(starts_at, ends_at, 0.0))
        elif abs(starts_at - spans[-1].wall_to) <= CONTIGUOUS and _is_true(spans[-1], replay_s):
            # Grown by length, not up to the clock's reading: the error stays where it began.
            grown = spans[-1].wall_to + timedelta(seconds=segment.length_s)
            spans[-1] = Span(spans[-1].wall_from, grown, spans[-1].replay_from_s)
        elif ends_at - spans[-1].wall_to >= SHORTEST:
            begins_at = max(starts_at, spans[-1].wall_to)
            skipped_s = (begins_at - starts_at).total_seconds()
            from_s = max(replay_s + skipped_s, spans[-1].replay_to_s)
            spans.append(Span(begins_at, ends_at, from_s))
        replay_s += segment.length_s
    return spans


def shown_at(segment: AirSegment) -> datetime:
    """Return the instant that the first picture of `segment` shows, on our clock."""
    return segment.source.starts_at if segment.source is not None else segment.aired_at


def shown_until(segment: AirSegment) -> datetime:
    """Return the instant at which `segment` ends."""
    return shown_at(segment) + timedelta(seconds=segment.length_s)


def _is_true(span: Span, replay_s: float) -> bool:
    """Say whether `span` ends at `replay_s`: after an overlap that it swallowed it does not."""
    return abs(span.replay_to_s - replay_s) < 0.001
