"""Ticks, and taking them back."""

import pytest

from live.domain.check_after import Point, check_after
from live.domain.tick_point import name_next, tick_point
from live.models import Recording
from live.replay_refusals import MayNotFinish, NoSuchPoint
from tests.live.replays import make_live, make_replay

pytestmark = pytest.mark.django_db


@pytest.fixture
def replay(house, make_campaign):
    return make_replay(house.home, "aa", campaign=make_campaign())


def done(replay):
    fresh = Recording.objects.get(pk=replay.pk)
    return {check.point for check in check_after(fresh) if check.is_done}


@pytest.mark.parametrize("point", [Point.TRIM, Point.CHAPTERS, Point.QUANTITIES])
def test_there_and_back(replay, admin, point):
    tick_point(replay, admin, point, is_done=True)
    assert done(replay) == {point}
    tick_point(replay, admin, point, is_done=False)
    assert done(replay) == set()


def test_the_next_live_or_none(replay, admin, house):
    following = make_live(house.home, "Le suivant")
    assert name_next(replay, admin, following).next_programme == following
    assert name_next(replay, admin, None).has_no_next
    assert done(replay) == {Point.NEXT}


@pytest.mark.parametrize("point", ["next", "party", ""])
def test_no_such_tick(replay, admin, point):
    with pytest.raises(NoSuchPoint):
        tick_point(replay, admin, point, is_done=True)


def test_not_by_everybody(replay, make_user):
    ana = make_user("ana")
    with pytest.raises(MayNotFinish):
        tick_point(replay, ana, Point.TRIM, is_done=True)
    with pytest.raises(MayNotFinish):
        name_next(replay, ana, None)
