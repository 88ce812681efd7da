"""A sender that nginx reports as gone ends its own claim, and nobody’s stream."""

import pytest

from live.domain.claim_session import claim_session
from live.domain.open_session import open_session
from live.domain.release_claim import release_claim
from live.enums import Door, SessionEnd
from live.models import FeedSession
from tests.live.feeds import KEY, make_feed

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_claim_ends_with_its_client(house):
    make_feed(house)
    claim_session(KEY, "7")
    assert release_claim(KEY, "7")
    assert FeedSession.objects.get().end == SessionEnd.LEFT
    assert not release_claim(KEY, "7")


def test_the_end_of_a_refused_second_sender_changes_nothing(house):
    make_feed(house)
    claim_session(KEY, "7")
    assert not release_claim(KEY, "8")
    assert not release_claim("another key", "7")
    assert FeedSession.objects.get().ended_at is None


def test_a_stream_that_is_here_ends_by_itself(house):
    make_feed(house)
    claim_session(KEY, "7")
    open_session(KEY, Door.RTMP, "here:1936")
    assert not release_claim(KEY, "7")
    assert FeedSession.objects.get().ended_at is None
