"""What nginx asks for is opened at once, and taken over by the stream that follows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from live.domain.claim_session import claim_session
from live.domain.open_session import CLAIMED, open_session
from live.enums import Door, SessionEnd
from live.feed_refusals import FeedBusy, KeyUnknown
from live.models import FeedSession
from tests.live.feeds import KEY, make_feed, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_stream_takes_the_claim_over_once(house):
    make_feed(house)
    claim_session(KEY, "7")
    claimed = FeedSession.objects.get()
    assert (claimed.receiver, claimed.asked_by) == (CLAIMED, "7")
    opened = open_session(KEY, Door.RTMP, "here:1936")
    session = FeedSession.objects.get()
    assert (opened.pk, session.receiver, session.asked_by) == (claimed.pk, "here:1936", "7")
    assert opened.started_at == session.started_at > claimed.started_at
    with pytest.raises(FeedBusy):
        open_session(KEY, Door.RTMP, "here:1936")


@pytest.mark.parametrize("door", [Door.SRT, Door.BROWSER])
def test_no_other_door_takes_it_over(house, door):
    feed = make_feed(house)
    feed.guest_digest, feed.guest_until = feed.stream_key_digest, "2999-01-01T00:00Z"
    feed.save()
    claim_session(KEY, "7")
    with pytest.raises(FeedBusy):
        open_session(KEY, door, "here")


def test_others_are_refused_while_somebody_publishes_or_claims(house):
    programme = make_feed(house).programme
    make_session(make_feed(house, "Nairobi", "other", programme=programme))
    claim_session(KEY, "7")
    for key, refusal in ((KEY, FeedBusy), ("other", FeedBusy), ("wrong", KeyUnknown)):
        with pytest.raises(refusal):
            claim_session(key, "8")
    assert FeedSession.objects.count() == 2


def test_a_claim_that_nothing_follows_is_over_after_ten_seconds(house):
    make_session(make_feed(house), age_s=11, receiver=CLAIMED, asked_by="7")
    claim_session(KEY, "8")
    old, new = FeedSession.objects.order_by("pk")
    assert (old.end, new.asked_by, new.ended_at) == (SessionEnd.LOST, "8", None)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_wins(house):
    make_feed(house)

    def ask(number):
        try:
            claim_session(KEY, str(number))
        except FeedBusy:
            return False
        else:
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(ask, range(8))) == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_streams_at_once_one_takes_it_over(house):
    make_feed(house)
    claim_session(KEY, "7")

    def push(number):
        try:
            open_session(KEY, Door.RTMP, f"here:{number}")
        except FeedBusy:
            return False
        else:
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(push, range(8))) == 1
    assert FeedSession.objects.count() == 1
