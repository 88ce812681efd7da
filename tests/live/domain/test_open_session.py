"""One publisher at a time, and only with the key."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from live.domain.open_session import open_session, open_session_of
from live.enums import Door, SessionEnd
from live.feed_refusals import FeedBusy, InvitationOver, KeyUnknown
from live.models import FeedSession
from live.models.keys import digest_of
from tests.live.feeds import KEY, make_feed, make_live, make_session

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_key_opens_a_session(house):
    feed = make_feed(house)
    opened = open_session(KEY, Door.RTMP, "here:1935")
    session = FeedSession.objects.get()
    assert (opened.pk, opened.feed_id, opened.folder) == (session.pk, feed.pk, session.folder)
    assert (session.door, session.receiver, session.ended_at) == (Door.RTMP, "here:1935", None)
    assert KEY not in repr(opened)


def test_who_knows_the_digest_opens_it_too(house):
    make_feed(house)
    opened = open_session_of(digest_of(KEY), Door.SRT, "here:srt")
    assert (opened.digest, opened.door) == (digest_of(KEY), Door.SRT)
    with pytest.raises(FeedBusy):
        open_session(KEY, Door.RTMP, "here:1935")


@pytest.mark.parametrize("key", ["", "wrong", KEY.upper(), digest_of(KEY)])
def test_any_other_key_opens_none(house, key):
    make_feed(house)
    with pytest.raises(KeyUnknown):
        open_session(key, Door.RTMP, "here")
    assert not FeedSession.objects.exists()


def test_a_second_publisher_is_refused_and_the_first_goes_on(house):
    first = make_session(make_feed(house), age_s=5)
    with pytest.raises(FeedBusy):
        open_session(KEY, Door.RTMP, "here")
    first.refresh_from_db()
    assert first.ended_at is None


def test_other_feeds_of_the_programme_are_free(house):
    programme = make_live(house)
    make_session(make_feed(house, programme=programme))
    make_feed(house, "Nairobi", "another-key", programme=programme)
    assert open_session("another-key", Door.RTMP, "here").pk


def test_a_session_without_a_sign_of_life_makes_room(house):
    dead = make_session(make_feed(house), age_s=11)
    open_session(KEY, Door.RTMP, "here")
    dead.refresh_from_db()
    assert (dead.end, dead.ended_at) == (SessionEnd.LOST, dead.seen_at)


def test_the_link_of_a_guest_opens_while_it_is_good_and_only_that_door(house):
    until = timezone.now() + timedelta(hours=1)
    feed = make_feed(house, guest_digest=digest_of("secret"), guest_until=until)
    with pytest.raises(KeyUnknown):
        open_session("secret", Door.RTMP, "here")
    with pytest.raises(InvitationOver):
        open_session(KEY, Door.BROWSER, "here")
    assert open_session("secret", Door.BROWSER, "here").feed_id == feed.pk
    FeedSession.objects.all().delete()
    type(feed).objects.update(guest_until=timezone.now())
    with pytest.raises(InvitationOver):
        open_session("secret", Door.BROWSER, "here")


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_wins(house):
    make_feed(house)

    def try_it(_):
        try:
            return open_session(KEY, Door.RTMP, "here").pk
        except FeedBusy:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as crowd:
        won = [pk for pk in crowd.map(try_it, range(8)) if pk]
    assert won == [FeedSession.objects.get().pk]
