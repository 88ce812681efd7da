"""A guest is told where it stands."""

import pytest
from django.utils import timezone

from live.domain.close_session import close_session
from live.domain.show_guest import GuestState, show_guest
from live.enums import SessionEnd
from live.models import Run
from tests.live.feeds import make_feed, make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(house):
    return make_session(make_feed(house))


def test_from_waiting_to_on_air_and_over(session):
    assert show_guest(session.pk) == GuestState.WAITING
    session.rungs = {"source": {}}
    session.save()
    assert show_guest(session.pk) == GuestState.CONNECTED
    feed = session.feed
    run = Run.objects.create(programme=feed.programme, started_at=timezone.now(), feed=feed)
    assert show_guest(session.pk) == GuestState.ON_AIR
    run.shows_slate = True
    run.save()
    assert show_guest(session.pk) == GuestState.CONNECTED
    close_session(session.pk, SessionEnd.LEFT)
    assert show_guest(session.pk) == GuestState.OVER


def test_a_run_that_is_over_puts_nobody_on_air(session):
    now = timezone.now()
    feed = session.feed
    Run.objects.create(programme=feed.programme, started_at=now, ended_at=now, feed=feed)
    assert show_guest(session.pk) == GuestState.WAITING
