"""Feeds are added with a key that is shown once."""

import pytest
from wagtail.models import PageLogEntry

from live.domain.open_feed import LONGEST_NAME, open_feed
from live.enums import FeedRole
from live.feed_refusals import FeedNameMissing, FeedNameTaken, MayNotDirect
from live.models import Feed
from live.models.keys import digest_of
from tests.live.feeds import make_live

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def programme(house):
    return make_live(house)


def test_a_feed_keeps_only_the_digest_and_the_end_of_its_key(programme, admin):
    feed, key = open_feed(admin, programme, "  Nairobi \n Est ", FeedRole.DUPLEX)
    row = Feed.objects.values().get()
    assert (feed.name, feed.role) == ("Nairobi Est", FeedRole.DUPLEX)
    assert row["stream_key_digest"] == digest_of(key)
    assert key.endswith(row["stream_key_hint"])
    assert key not in str(row)
    entry = PageLogEntry.objects.get(action="live.feed.open")
    assert entry.data == {"feed": "Nairobi Est"}


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_a_name_is_needed(programme, admin, name):
    with pytest.raises(FeedNameMissing):
        open_feed(admin, programme, name, FeedRole.STUDIO)


def test_a_name_is_taken_once_per_programme(programme, admin, house):
    open_feed(admin, programme, "Studio", FeedRole.STUDIO)
    with pytest.raises(FeedNameTaken):
        open_feed(admin, programme, "Studio", FeedRole.STUDIO)
    open_feed(admin, make_live(house), "Studio", "unknown role")
    assert Feed.objects.filter(role=FeedRole.STUDIO).count() == 2


def test_others_may_not(programme, make_user):
    with pytest.raises(MayNotDirect):
        open_feed(make_user("zoe"), programme, "Studio", FeedRole.STUDIO)
