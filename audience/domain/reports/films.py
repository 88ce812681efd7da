"""How films were watched: plays, time, and how far people went, from the sums of days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from audience.domain.reports.period import Period
from audience.models import FilmPlays, FilmWatched
from audience.models.film import BUCKETS


@dataclass(frozen=True, slots=True)
class FilmSums:
    """How often a film was started and how many seconds of it were watched."""

    plays: int = 0
    watched_s: float = 0.0

    @property
    def mean_s(self) -> float:
        """How long a play lasted, on average."""
        return self.watched_s / self.plays if self.plays else 0.0


@dataclass(frozen=True, slots=True)
class DayOfFilm:
    """How a film was watched on a day."""

    day: date
    plays: int
    watched_s: float


def sums_of_films(period: Period, films: Iterable[str] | None = None) -> dict[str, FilmSums]:
    """Return the sums of each film that was watched, among `films` (public names) or all.

    Two queries.
    """
    span: dict[str, Any] = {"day__range": (period.first, period.last)}
    if films is not None:
        span["film__in"] = list(films)
    plays = FilmPlays.objects.filter(**span).values_list("film").annotate(Sum("plays"))
    watched = FilmWatched.objects.filter(**span).values_list("film").annotate(Sum("seconds"))
    started, seconds = dict(plays), dict(watched)
    return {
        film: FilmSums(int(started.get(film, 0)), float(seconds.get(film, 0.0)))
        for film in {*started, *seconds}
    }


def days_of_film(period: Period, film: str) -> list[DayOfFilm]:
    """Return how `film` was watched, day by day, those without a play included. Two queries."""
    span = {"day__range": (period.first, period.last), "film": film}
    plays = dict(FilmPlays.objects.filter(**span).values_list("day", "plays"))
    watched = FilmWatched.objects.filter(**span).values_list("day").annotate(Sum("seconds"))
    seconds = dict(watched)
    return [DayOfFilm(day, plays.get(day, 0), seconds.get(day, 0.0)) for day in period]


def watched_parts(period: Period, films: Iterable[str]) -> dict[str, tuple[float, ...]]:
    """Return how many seconds of each fiftieth of `films` were watched. One query."""
    parts: dict[str, list[float]] = defaultdict(lambda: [0.0] * BUCKETS)
    span = {"day__range": (period.first, period.last), "film__in": list(films)}
    found = FilmWatched.objects.filter(**span).values_list("film", "bucket")
    for film, bucket, seconds in found.annotate(Sum("seconds")):
        parts[film][bucket] = seconds
    return {film: tuple(seconds) for film, seconds in parts.items()}


def retention_of(parts: Sequence[float], plays: int, duration_s: float) -> tuple[float, ...]:
    """Return for each of the equal `parts` of a film the share of its `plays` (0 to 1) that saw it.

    `parts` are the seconds that were watched of each. A part that was seen twice counts as seen: no
    share exceeds 1. Empty when nobody played the film or its length is not known.
    """
    if not plays or not parts or duration_s <= 0:
        return ()
    whole_s = plays * duration_s / len(parts)
    return tuple(min(1.0, seconds / whole_s) for seconds in parts)
