"""Sums per film and day."""

from datetime import date

import pytest
from django.db import IntegrityError

from audience.models import FilmPlays, FilmWatched

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

DAY = date(2026, 9, 21)


def test_one_count_of_plays_per_film_and_day():
    plays = FilmPlays.objects.create(film="f", day=DAY, plays=2)
    assert str(plays) == "f 2026-09-21: 2"
    with pytest.raises(IntegrityError):
        FilmPlays.objects.create(film="f", day=DAY)


@pytest.mark.parametrize("bucket", [3, 50])
def test_one_sum_for_each_of_fifty_parts(bucket):
    watched = FilmWatched.objects.create(film="f", day=DAY, bucket=3, seconds=1.5)
    assert str(watched) == "f 2026-09-21 3: 1.5 s"
    with pytest.raises(IntegrityError):
        FilmWatched.objects.create(film="f", day=DAY, bucket=bucket)
