"""The last seconds of a feed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.air.feed_window import feed_window, is_of_feed, programme_of, smallest
from live.models import FeedSegment
from tests.live.airing import make_feed, make_live_page, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def feed(house):
    return make_feed(make_live_page(house))


def send(session, count, *, until_s=0.0):
    now = timezone.now()
    for number in range(count):
        starts_at = now - timedelta(seconds=count - number + until_s)
        FeedSegment.objects.create(session=session, number=number, starts_at=starts_at, length_s=1)


def test_eight_seconds_in_the_smallest_quality(feed):
    session = make_session(feed, 0, "360p")
    send(session, 20)
    text = feed_window(feed.public_key)
    assert text.count("#EXTINF:1.00000,") == 8
    assert f"#EXT-X-MEDIA-SEQUENCE:{session.pk * 1_000_000 + 12}\n" in text
    assert f"#EXT-X-DISCONTINUITY-SEQUENCE:{session.pk}\n" in text
    assert f'#EXT-X-MAP:URI="{session.folder}/360p/init.mp4"' in text
    assert text.endswith(f"{session.folder}/360p/19.m4s\n")


def test_of_another_session_the_numbers_go_on(feed):
    first = make_session(feed, 0, ended_at=timezone.now())
    send(first, 3)
    again = make_session(feed, 5)
    send(again, 1)
    assert f"SEQUENCE:{again.pk * 1_000_000}\n" in feed_window(feed.public_key)
    assert again.pk > first.pk


def test_a_dark_feed_shows_nothing(feed):
    assert feed_window("0" * 16) is None
    assert feed_window(feed.public_key) is None
    session = make_session(feed)
    assert feed_window(feed.public_key) is None
    send(session, 2, until_s=60)
    assert feed_window(feed.public_key) is None


def test_whose_it_is(feed):
    session = make_session(feed)
    assert programme_of(feed.public_key) == feed.programme_id
    assert programme_of("0" * 16) is None
    assert is_of_feed(feed.public_key, session.folder)
    assert not is_of_feed("0" * 16, session.folder)


def test_before_rungs_are_measured_there_is_the_source(feed):
    assert smallest(make_session(feed, rungs={})) == "source"
