"""In whose name a replay goes into the library."""

import pytest

from live.domain.film_keeper import film_keeper
from media.refusals import MayNotAdd
from tests.live.replays import make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house):
    return make_replay(house.home, "aa")


def test_who_closed_it_if_they_may(replay, admin, django_user_model):
    other = django_user_model.objects.create_superuser("other", "other@example.org", "secret")
    replay.closed_by = other
    assert film_keeper(replay, None) == other


def test_else_an_administrator(replay, admin, make_user, make_film):
    replay.closed_by = make_user("ana")
    assert film_keeper(replay, None) == admin
    assert film_keeper(replay, make_film()) == admin
    replay.closed_by = None
    assert film_keeper(replay, None) == admin


def test_not_one_who_left(replay, admin):
    admin.is_active = False
    admin.save()
    replay.closed_by = admin
    with pytest.raises(MayNotAdd):
        film_keeper(replay, None)
