"""Which of the segments that viewers were given make the replay, in order.

The replay's manifest, the spans of its time and the film of the library all ask here, so that a
second of one is a second of the others.
"""

from collections.abc import Iterable
from itertools import groupby

from live.models import AirSegment, Recording


def kept_air(recording: Recording) -> list[AirSegment]:
    """Return the air segments that the replay of `recording` consists of, with their sources.

    Slates longer than its `slate_cut_s` are left out, then what its head and tail trims cut off.
    """
    return trimmed(untrimmed_air(recording), recording.head_trim_s, recording.tail_trim_s)


def kept_numbers(recording_id: int) -> frozenset[int]:
    """Return the numbers of the air segments that a recording keeps."""
    recording = Recording.objects.get(pk=recording_id)
    return frozenset(segment.number for segment in kept_air(recording))


def untrimmed_air(recording: Recording) -> list[AirSegment]:
    """Return what `recording` would consist of without its trims: what they count from."""
    aired = AirSegment.objects.filter(run=recording.run_id).order_by("number")
    return without_long_slates(aired.select_related("source__session"), recording.slate_cut_s)


def without_long_slates(segments: Iterable[AirSegment], longest_s: float) -> list[AirSegment]:
    """Return `segments` without those slates that last longer than `longest_s` at a stretch."""
    kept: list[AirSegment] = []
    for is_slate, stretch in groupby(segments, lambda segment: segment.source_id is None):
        found = list(stretch)
        if not is_slate or length_of(found) <= longest_s:
            kept += found
    return kept


def trimmed(segments: list[AirSegment], head_s: float, tail_s: float) -> list[AirSegment]:
    """Return `segments` without `head_s` seconds at the start and `tail_s` at the end.

    Only whole segments can be left out: one stays when more than half of it is kept.
    """
    until_s = length_of(segments) - tail_s
    kept, begins_s = [], 0.0
    for segment in segments:
        middle_s = begins_s + segment.length_s / 2
        if head_s <= middle_s < until_s:
            kept.append(segment)
        begins_s += segment.length_s
    return kept


def length_of(segments: Iterable[AirSegment]) -> float:
    """Return how many seconds `segments` last together."""
    return sum(segment.length_s for segment in segments)
