"""A new key makes the old one useless."""

import pytest

from live.domain.open_session import open_session
from live.domain.rotate_key import hint_of, rotate_key
from live.enums import Door
from live.feed_refusals import KeyUnknown, MayNotDirect
from tests.live.feeds import KEY, make_feed

pytestmark = pytest.mark.django_db


def test_the_new_key_opens_and_the_old_one_does_not(house, admin):
    feed = make_feed(house)
    key = rotate_key(admin, feed)
    with pytest.raises(KeyUnknown):
        open_session(KEY, Door.RTMP, "here")
    assert open_session(key, Door.RTMP, "here").feed_id == feed.pk
    feed.refresh_from_db()
    assert feed.stream_key_hint == hint_of(key) == key[-4:]


def test_others_may_not(house, make_user):
    with pytest.raises(MayNotDirect):
        rotate_key(make_user("zoe"), make_feed(house))
