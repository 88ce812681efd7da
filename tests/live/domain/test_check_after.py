"""The points that have to be done before a live is closed."""

import pytest

from live.domain.check_after import Point, check_after, is_complete
from live.models import Recording
from tests.live.replays import make_live, make_replay, tick_all

pytestmark = pytest.mark.django_db


def left(recording):
    return [check.point for check in check_after(recording) if not check.is_done]


def test_all_is_to_do_at_first(house, make_campaign):
    replay = make_replay(house.home, "aa", campaign=make_campaign())
    assert left(replay) == [point for point in Point if point != Point.REPLAY]
    assert not is_complete(check_after(replay))


def test_without_a_campaign_nothing_was_unlocked(house):
    replay = make_replay(house.home, "aa")
    assert left(replay) == [Point.TRIM, Point.CHAPTERS, Point.NEXT]


def test_all_done(house, make_campaign):
    replay = make_replay(house.home, "aa", campaign=make_campaign())
    assert is_complete(check_after(tick_all(replay)))


@pytest.mark.parametrize(
    ("column", "point"),
    [
        ("trim_checked_at", Point.TRIM),
        ("chapters_checked_at", Point.CHAPTERS),
        ("quantities_checked_at", Point.QUANTITIES),
    ],
)
def test_each_counts(house, make_campaign, column, point):
    replay = tick_all(make_replay(house.home, "aa", campaign=make_campaign()))
    setattr(replay, column, None)
    assert left(replay) == [point]


def test_a_next_date_or_none(house):
    replay = tick_all(make_replay(house.home, "aa"))
    Recording.objects.update(has_no_next=False)
    replay.refresh_from_db()
    assert left(replay) == [Point.NEXT]
    replay.next_programme = make_live(house.home, "Le suivant")
    assert left(replay) == []


def test_each_point_says_what(house):
    assert all(str(check.label) for check in check_after(make_replay(house.home, "aa")))


def test_what_came_from_elsewhere_has_nothing_to_cut(house):
    replay = make_replay(
        house.home, "", outside_address="https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    )
    assert left(replay) == [Point.REPLAY, Point.NEXT]
    assert is_complete(check_after(tick_all(replay)))
    recorded = make_replay(
        house.home, "aa", outside_address="https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    )
    assert left(recorded) == [Point.TRIM, Point.CHAPTERS, Point.NEXT]
