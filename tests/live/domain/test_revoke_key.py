"""A revoked key opens nothing."""

import pytest

from live.domain.open_session import open_session
from live.domain.revoke_key import revoke_key
from live.enums import Door
from live.feed_refusals import KeyUnknown, MayNotDirect
from tests.live.feeds import KEY, make_feed

pytestmark = pytest.mark.django_db


def test_the_door_is_shut(house, admin):
    feed = make_feed(house)
    revoke_key(admin, feed)
    feed.refresh_from_db()
    assert (feed.stream_key_digest, feed.stream_key_hint) == (None, "")
    with pytest.raises(KeyUnknown):
        open_session(KEY, Door.RTMP, "here")


def test_others_may_not(house, make_user):
    with pytest.raises(MayNotDirect):
        revoke_key(make_user("zoe"), make_feed(house))
