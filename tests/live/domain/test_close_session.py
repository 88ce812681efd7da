"""A session ends once, with its reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.close_session import close_session, close_sessions_of, close_silent_sessions
from live.enums import SessionEnd
from live.feed_refusals import PictureUnfit
from live.models import FeedSession
from tests.live.feeds import make_feed, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(house):
    return make_session(make_feed(house), bitrate_bps=9, receiver="here:1935")


def test_the_first_end_stays(session):
    assert close_session(session.pk, SessionEnd.BROKEN, PictureUnfit())
    assert not close_session(session.pk, SessionEnd.LEFT)
    session.refresh_from_db()
    assert (session.end, session.reason, session.bitrate_bps) == ("broken", "FED-021", 0)
    assert session.ended_at is not None


def test_only_silent_sessions_are_lost(session):
    at = timezone.now()
    assert close_silent_sessions(FeedSession.objects.all(), at - timedelta(seconds=10)) == 0
    assert close_silent_sessions(FeedSession.objects.all(), at + timedelta(seconds=1)) == 1
    session.refresh_from_db()
    assert (session.end, session.ended_at) == (SessionEnd.LOST, session.seen_at)


def test_a_process_closes_what_the_one_of_its_name_left(session):
    assert close_sessions_of("there:1935") == 0
    assert close_sessions_of("here:1935") == 1
    assert close_sessions_of("here:1935") == 0
