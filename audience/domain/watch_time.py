"""Keep how films are watched, as sums per film and day."""

from collections.abc import Mapping
from datetime import date

from audience.domain.sums import add_to_sums
from audience.models import FilmPlays, FilmWatched


def add_plays(plays: Mapping[tuple[str, date], int]) -> None:
    """Add plays that began, by (film, day)."""
    add_to_sums(FilmPlays, ("film", "day"), "plays", plays)


def add_watch_time(seconds: Mapping[tuple[str, date, int], float]) -> None:
    """Add seconds that were watched, by (film, day, fiftieth of the film)."""
    add_to_sums(FilmWatched, ("film", "day", "bucket"), "seconds", seconds)
