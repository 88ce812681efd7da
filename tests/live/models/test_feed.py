"""One name a feed, one open session a feed, one row a media segment: the database holds it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from live.models import FeedSegment, FeedSession

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def open_session(feed, **values) -> FeedSession:
    now = timezone.now()
    return FeedSession.objects.create(feed=feed, started_at=now, seen_at=now, **values)


def refused(deed) -> bool:
    try:
        with transaction.atomic():
            deed()
    except IntegrityError:
        return True
    return False


def test_a_second_publisher_is_refused_until_the_first_has_left(make_feed):
    feed = make_feed()
    first = open_session(feed)
    assert refused(lambda: open_session(feed))
    first.ended_at = timezone.now()
    first.save()
    assert open_session(feed).folder != first.folder


def test_names_of_a_programme(make_feed):
    make_feed("Dakar")
    assert refused(lambda: make_feed("Dakar"))
    assert str(make_feed("Lima")) == "Lima"


def test_feeds_without_a_key_do_not_collide(make_feed):
    assert make_feed("Dakar").stream_key_digest is make_feed("Lima").stream_key_digest is None


def test_a_segment_is_written_once(make_feed):
    session = open_session(make_feed())
    values = {"session": session, "number": 0, "starts_at": timezone.now(), "length_s": 1.0}
    assert str(FeedSegment.objects.create(**values)) == f"{session.pk}/0"
    assert refused(lambda: FeedSegment.objects.create(**values))
