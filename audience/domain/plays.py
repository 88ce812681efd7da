"""A play, from its first second until it is a view: what its token says, and what a beat adds.

All of it is pure: the state travels in a signed token, the clock is the server's and is handed
in. A browser reports spans of content; it gains only what is new, and never more than the time
that went by. Content is measured in deciseconds (ds).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from audience.domain.signing import open_signed, sign
from audience.domain.tokens import VALID_MS, new_nonce
from audience.errors import PlayExpired, PlayForged, SpanNotANumber, SpanOutsideFilm
from audience.models.film import BUCKETS

NEEDED_DS = 300
SHORT_FILM_DS = 600
# Who waits for an hour must not gain a whole view with the next beat.
MOST_PER_BEAT_DS = 200
MOST_INTERVALS = 32
# A player may see a film end a little later than the library measured it.
SLACK_DS = 10
_PURPOSE = "plays"
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,20})?")

Interval = tuple[int, int]
Intervals = tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Play:
    """What the token of a play says. `covered`: the content that gains nothing any more."""

    nonce: str
    meter_key: str
    film: str
    duration_ds: int
    needed_ds: int
    issued_ms: int
    last_beat_ms: int
    credited_ds: int = 0
    is_over: bool = False
    covered: Intervals = ()

    def text(self) -> str:
        """Return the token as it travels."""
        numbers = (self.duration_ds, self.needed_ds, self.issued_ms, self.last_beat_ms)
        state = (self.credited_ds, int(self.is_over))
        covered = "_".join(f"{start:x}-{end:x}" for start, end in self.covered)
        parts = (self.nonce, self.meter_key, self.film, *(f"{n:x}" for n in numbers + state))
        return sign(".".join((*parts, covered)), _PURPOSE)


@dataclass(frozen=True, slots=True)
class Beat:
    """What a heartbeat brought: the play as it goes on, seconds watched of each part of the film.

    `is_view`: with this beat the play has shown enough to be offered as a view.
    """

    play: Play
    watched: tuple[tuple[int, float], ...] = ()
    is_view: bool = False


def new_play(meter_key: str, film: str, duration_s: float, at_ms: int) -> Play:
    """Return a play of `film` that begins at the instant `at_ms` of the server's clock."""
    duration_ds = max(1, round(duration_s * 10))
    needed_ds = NEEDED_DS if duration_ds >= SHORT_FILM_DS else (duration_ds + 1) // 2
    return Play(new_nonce(), meter_key, film, duration_ds, needed_ds, at_ms, at_ms)


def read_play(text: str, at_ms: int) -> Play:
    """Return the play whose token is `text`. Raises PlayForged, PlayExpired."""
    body = open_signed(text, _PURPOSE)
    if body is None:
        raise PlayForged
    nonce, meter_key, film, *numbers, covered = body.split(".")
    duration_ds, needed_ds, issued_ms, last_beat_ms, credited_ds, over = (
        int(number, 16) for number in numbers
    )
    if at_ms - issued_ms > VALID_MS:
        raise PlayExpired
    return Play(
        nonce, meter_key, film, duration_ds, needed_ds, issued_ms, last_beat_ms, credited_ds,
        is_over=bool(over), covered=_read_intervals(covered),
    )  # fmt: skip


def read_span(play: Play, from_s: str, to_s: str) -> Interval:
    """Return the span of content, in ds, that a browser says it played.

    Raises SpanNotANumber, SpanOutsideFilm (negative, backwards, or past the film's end).
    """
    if not _NUMBER.fullmatch(from_s) or not _NUMBER.fullmatch(to_s):
        raise SpanNotANumber
    start_ds, end_ds = round(float(from_s) * 10), round(float(to_s) * 10)
    if not 0 <= start_ds <= end_ds <= play.duration_ds + SLACK_DS:
        raise SpanOutsideFilm
    return min(start_ds, play.duration_ds), min(end_ds, play.duration_ds)


def beat(play: Play, span: Interval, at_ms: int, *, is_visible: bool) -> Beat:
    """Return what it brings that `span` of the film was played until the instant `at_ms`.

    A clock that was set back gives nothing for this beat, and goes on from where it stands.
    """
    elapsed_ds = max(0, (at_ms - play.last_beat_ms) // 100)
    # What is left of a decisecond goes to the next beat.
    last_beat_ms = min(at_ms, play.last_beat_ms + 100 * elapsed_ds)
    following = replace(play, last_beat_ms=last_beat_ms)
    most_ds = min(elapsed_ds, MOST_PER_BEAT_DS) if is_visible else 0
    if not most_ds or span[0] == span[1]:
        return Beat(following)
    watched = tuple(watched_parts(span, most_ds, play.duration_ds))
    if play.is_over:
        return Beat(following, watched)
    gained = first_parts(parts_outside(span, play.covered), most_ds)
    credited_ds = play.credited_ds + length(gained)
    is_view = credited_ds >= play.needed_ds
    covered = () if is_view else few(merged((*play.covered, *gained)))
    following = replace(following, credited_ds=credited_ds, is_over=is_view, covered=covered)
    return Beat(following, watched, is_view)


def merged(intervals: Iterable[Interval]) -> Intervals:
    """Return the same content as intervals that do not touch, in order."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)


def parts_outside(span: Interval, covered: Intervals) -> Intervals:
    """Return the parts of `span` that `covered` (merged) does not hold."""
    found: list[Interval] = []
    start = span[0]
    for taken_from, taken_to in covered:
        if start < min(taken_from, span[1]):
            found.append((start, min(taken_from, span[1])))
        start = max(start, taken_to)
    if start < span[1]:
        found.append((start, span[1]))
    return tuple(found)


def first_parts(parts: Intervals, most_ds: int) -> Intervals:
    """Return the beginning of `parts`, `most_ds` long at most."""
    found: list[Interval] = []
    for start, end in parts:
        end = min(end, start + most_ds)
        if start < end:
            found.append((start, end))
        most_ds -= end - start
    return tuple(found)


def few(intervals: Intervals) -> Intervals:
    """Return at most 32 intervals that hold at least `intervals` (merged).

    The narrowest gaps are closed: what lies in them gains nothing later, so nobody gains by it.
    """
    found = list(intervals)
    while len(found) > MOST_INTERVALS:
        gaps = [found[place + 1][0] - found[place][1] for place in range(len(found) - 1)]
        place = gaps.index(min(gaps))
        found[place : place + 2] = [(found[place][0], found[place + 1][1])]
    return tuple(found)


def length(intervals: Intervals) -> int:
    """Return how much content merged `intervals` hold, in ds."""
    return sum(end - start for start, end in intervals)


def watched_parts(span: Interval, most_ds: int, duration_ds: int) -> Iterable[tuple[int, float]]:
    """Yield (part of the film, seconds) for the parts that `span` touches.

    A span played faster than time goes by counts for `most_ds` in all, spread evenly.
    """
    start, end = span
    share = min(1.0, most_ds / (end - start))
    for part in range(start * BUCKETS // duration_ds, BUCKETS):
        part_from, part_to = part * duration_ds / BUCKETS, (part + 1) * duration_ds / BUCKETS
        if part_from >= end:
            return
        overlap_ds = min(end, part_to) - max(start, part_from)
        if overlap_ds > 0:
            yield part, overlap_ds * share / 10


def _read_intervals(text: str) -> Intervals:
    ends = (part.split("-") for part in text.split("_") if part)
    return tuple((int(start, 16), int(end, 16)) for start, end in ends)
