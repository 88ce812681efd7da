"""How often the demo's films were watched, so that rankings and curves have something to show."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from audience.domain.watch_time import add_plays, add_watch_time
from audience.models.film import BUCKETS
from media.models import Video

DAYS = 21
# Whoever stays to the end, of all who begin: a film of half a minute keeps most of them.
STAY_SHARE = 0.6
MOST_A_DAY, FEWER_BY_FILM = 40, 4


def make_watching(films: Iterable[Video]) -> None:
    """Let each film be begun on each of the last days, the first films more often."""
    today = timezone.localdate()
    plays: Counter[tuple[str, date]] = Counter()
    seconds: dict[tuple[str, date, int], float] = {}
    for place, film in enumerate(films):
        for ago in range(DAYS):
            day = today - timedelta(days=ago)
            begun = max(MOST_A_DAY - FEWER_BY_FILM * place + day.toordinal() % 7, 1)
            plays[film.public_id, day] = begun
            for bucket in range(BUCKETS):
                still_there = 1 - (1 - STAY_SHARE) * bucket / BUCKETS
                seconds[film.public_id, day, bucket] = begun * still_there * film.duration / BUCKETS
    add_plays(plays)
    add_watch_time(seconds)
