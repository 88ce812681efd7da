"""The lights of the feeds."""

import pytest
from django.utils import translation

from live.domain.show_feeds import show_feeds
from live.enums import SessionEnd
from tests.live.feeds import make_feed, make_live, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def programme(house):
    return make_live(house)


def test_each_feed_shows_its_latest_session(house, programme, django_assert_num_queries):
    studio = make_feed(house, programme=programme)
    make_feed(house, "Nairobi", "other", programme=programme)
    old = make_session(studio, age_s=500)
    old.ended_at = old.seen_at
    old.save()
    now = make_session(studio, bitrate_bps=2_400_000)
    with django_assert_num_queries(2):
        first, second = show_feeds(programme)
    assert (first.session, first.is_receiving, first.megabits) == (now, True, 2.4)
    assert first.why_over == ""
    assert (second.session, second.is_receiving, second.megabits) == (None, False, 0)
    assert second.why_over == ""


def test_a_light_goes_out_with_the_signs_of_life(house, programme):
    make_session(make_feed(house, programme=programme), age_s=6)
    (row,) = show_feeds(programme)
    assert not row.is_receiving
    assert row.why_over == str(SessionEnd.LOST.label)


def test_why_it_ended_is_a_sentence(house, programme):
    session = make_session(make_feed(house, programme=programme))
    session.ended_at, session.end, session.reason = session.seen_at, "broken", "FED-021"
    session.save()
    (row,) = show_feeds(programme)
    with translation.override("en"):
        assert row.why_over.startswith("This picture cannot be sent on")
    session.reason, session.end = "", "left"
    session.save()
    (row,) = show_feeds(programme)
    assert row.why_over == str(SessionEnd.LEFT.label)
