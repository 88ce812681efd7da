"""What the database itself holds about feeds, sessions and segments."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from live.models import Feed, FeedSegment
from tests.live.feeds import make_feed, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def feed(house):
    return make_feed(house)


def refused(make, *given, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*given, **values)


def test_a_feed_has_one_open_session_and_any_number_of_past_ones(feed):
    first = make_session(feed)
    refused(make_session, feed)
    first.ended_at = timezone.now()
    first.save()
    assert make_session(feed).folder != first.folder


def test_names_keys_and_numbers_are_given_once(feed):
    session = make_session(feed)
    refused(make_feed, None, "Studio", "another", programme=feed.programme)
    refused(make_feed, None, "Nairobi", programme=feed.programme)
    segment = {"session": session, "number": 0, "starts_at": session.started_at, "length_s": 1.0}
    FeedSegment.objects.create(**segment)
    refused(FeedSegment.objects.create, **segment)


def test_any_number_of_feeds_may_be_shut(feed):
    for name in ("a", "b"):
        Feed.objects.create(programme=feed.programme, name=name)
    assert Feed.objects.filter(stream_key_digest=None, guest_digest=None).count() == 2
