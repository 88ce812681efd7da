"""One film a replay, whatever happens to what it was handed over as."""

import pytest
from django.db import IntegrityError, transaction

from live.models import ReplayFilm
from tests.live.replays import make_replay

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_one_a_replay(house):
    replay = make_replay(house.home, "aa")
    film = ReplayFilm.objects.create(recording=replay)
    assert str(film) == str(replay)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReplayFilm.objects.create(recording=replay)


def test_a_deleted_film_leaves_the_row(house, make_film):
    video = make_film()
    film = ReplayFilm.objects.create(recording=make_replay(house.home, "aa"), video=video)
    video.delete()
    film.refresh_from_db()
    assert film.video is None
