"""A sender of nginx goes on as long as its stream arrives here, or may soon."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.check_pushed import BACK_WITHIN, check_pushed
from live.domain.claim_session import claim_session
from live.domain.close_session import close_session
from live.domain.open_session import open_session
from live.enums import Door, SessionEnd
from live.feed_refusals import FeedBusy, KeyUnknown, NotPushed, PictureUnfit
from live.models import FeedSession
from tests.live.feeds import KEY, make_feed, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def feed(house):
    """A feed on which client 7 of nginx publishes."""
    feed = make_feed(house)
    claim_session(KEY, "7")
    check_pushed(KEY, "7")
    open_session(KEY, Door.RTMP, "here:1936")
    return feed


def end(kind, refusal=None, ago=timedelta(0)):
    session = FeedSession.objects.order_by("-pk").first()
    close_session(session.pk, kind, refusal)
    FeedSession.objects.filter(pk=session.pk).update(ended_at=timezone.now() - ago)


def test_who_is_received_goes_on(feed):
    check_pushed(KEY, "7")


def test_another_client_of_the_same_key_does_not(feed):
    with pytest.raises(FeedBusy):
        check_pushed(KEY, "8")


def test_a_changed_key_ends_it(feed):
    feed.stream_key_digest = None
    feed.save()
    with pytest.raises(KeyUnknown):
        check_pushed(KEY, "7")


def test_what_could_not_be_read_ends_it_with_its_reason(feed):
    end(SessionEnd.BROKEN, PictureUnfit())
    with pytest.raises(PictureUnfit):
        check_pushed(KEY, "7")


def test_nginx_has_a_moment_to_push_anew(feed):
    end(SessionEnd.LOST)
    check_pushed(KEY, "7")
    open_session(KEY, Door.RTMP, "here:1936")
    check_pushed(KEY, "7")
    end(SessionEnd.LOST, ago=BACK_WITHIN + timedelta(seconds=1))
    with pytest.raises(NotPushed):
        check_pushed(KEY, "7")


@pytest.mark.parametrize("door", [Door.SRT, Door.BROWSER])
def test_who_lost_its_place_to_another_door_is_told(feed, door):
    end(SessionEnd.LOST)
    make_session(feed, door=door)
    with pytest.raises(FeedBusy):
        check_pushed(KEY, "7")


def test_without_any_session_nothing_was_asked(house):
    make_feed(house)
    with pytest.raises(NotPushed):
        check_pushed(KEY, "7")
