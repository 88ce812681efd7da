"""Write what plays bring: views, which are acts like all others, and the time films were watched.

What comes in together is written in one transaction; when it returns, everything is committed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from audience.domain.count_acts import count_acts
from audience.domain.days import day_of
from audience.domain.plays import Beat, Play
from audience.domain.receive import (
    ActRequest,
    Ended,
    ended_of,
    moment_of,
    objection_to,
    view_of,
)
from audience.domain.watch_time import add_plays, add_watch_time


@dataclass(frozen=True, slots=True)
class PlayNote:
    """What one request about a play asks to be written. `view`: the play that became one."""

    film: str
    day: date
    plays: int = 0
    watched: tuple[tuple[int, float], ...] = ()
    view: Play | None = None
    request: ActRequest | None = None

    def __bool__(self) -> bool:
        return bool(self.plays or self.watched or self.view)


def note_of_start(play: Play, request: ActRequest) -> PlayNote:
    """Return what is written when `play` begins: nothing for robots and the team."""
    return PlayNote(play.film, _day(request), plays=0 if objection_to(request) else 1)


def note_of_beat(beat: Beat, request: ActRequest, *, is_repeat: bool = False) -> PlayNote:
    """Return what is written for `beat`: the watch time of people, once; the view whoever it is.

    A view of a robot or of the team is an act too: it is received, and refused with its reason.
    """
    is_watching = not is_repeat and objection_to(request) is None
    return PlayNote(
        film=beat.play.film,
        day=_day(request),
        watched=beat.watched if is_watching else (),
        view=beat.play if beat.is_view else None,
        request=request,
    )


def write_plays(notes: Sequence[PlayNote]) -> list[Ended | None]:
    """Write `notes`; return for each how its view ended, or None where there was no view."""
    views = [
        (place, note.request, view_of(note.request, note.view))
        for place, note in enumerate(notes)
        if note.view is not None and note.request is not None
    ]
    ended: list[Ended | None] = [None] * len(notes)
    with transaction.atomic():
        if views:
            outcomes = count_acts([offer for _, _, offer in views])
            for (place, request, offer), outcome in zip(views, outcomes, strict=True):
                ended[place] = ended_of(request, offer, outcome)
        _write_sums(notes)
    return ended


def _write_sums(notes: Sequence[PlayNote]) -> None:
    plays: Counter[tuple[str, date]] = Counter()
    seconds: dict[tuple[str, date, int], float] = {}
    for note in notes:
        if note.plays:
            plays[note.film, note.day] += note.plays
        for bucket, watched_s in note.watched:
            key = (note.film, note.day, bucket)
            seconds[key] = seconds.get(key, 0.0) + watched_s
    add_plays(plays)
    add_watch_time(seconds)


def _day(request: ActRequest) -> date:
    return day_of(moment_of(request))
