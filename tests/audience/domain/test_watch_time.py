"""How films are watched, in sums."""

from datetime import date

import pytest

from audience.domain.watch_time import add_plays, add_watch_time
from audience.models import FilmPlays, FilmWatched

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

DAY, NEXT = date(2026, 9, 21), date(2026, 9, 22)


def test_plays_of_a_day():
    add_plays({("a", DAY): 1})
    add_plays({("a", DAY): 1, ("a", NEXT): 1})
    assert list(FilmPlays.objects.order_by("day").values_list("plays", flat=True)) == [2, 1]


def test_seconds_of_each_part():
    add_watch_time({("a", DAY, 0): 2.5, ("a", DAY, 49): 1.0})
    add_watch_time({("a", DAY, 0): 0.25})
    assert dict(FilmWatched.objects.values_list("bucket", "seconds")) == {0: 2.75, 49: 1.0}
