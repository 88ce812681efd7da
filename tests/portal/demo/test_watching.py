"""The demo's films have been watched: to their end by most, and the first ones most often."""

import pytest
from django.db.models import Sum

from audience.models import FilmPlays, FilmWatched
from audience.models.film import BUCKETS
from portal.demo.watching import DAYS, make_watching

pytestmark = pytest.mark.django_db


def test_watched(make_film):
    films = [make_film(duration=30), make_film(duration=60)]
    make_watching(films)
    first, second = (
        FilmPlays.objects.filter(film=film.public_id).aggregate(sum=Sum("plays"))["sum"]
        for film in films
    )
    assert first > second > DAYS
    watched = FilmWatched.objects.filter(film=films[0].public_id)
    assert watched.count() == DAYS * BUCKETS
    through = watched.aggregate(sum=Sum("seconds"))["sum"] / films[0].duration
    assert first / 2 < through < first
