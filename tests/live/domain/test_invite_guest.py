"""A guest's link: made, replaced, taken back, over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.invite_guest import invite_guest, open_invitation, uninvite_guest
from live.feed_refusals import MayNotDirect
from tests.live.feeds import make_feed

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(house):
    return make_feed(house)


def test_a_link_leads_to_its_feed_until_a_day_after_the_start(feed, admin):
    secret = invite_guest(admin, feed)
    assert open_invitation(secret) == feed
    feed.refresh_from_db()
    assert feed.guest_until == feed.programme.starts_at + timedelta(hours=24)
    assert secret not in str(vars(feed))


def test_for_a_programme_of_the_past_it_is_good_for_a_day(feed, admin):
    feed.programme.starts_at = timezone.now() - timedelta(days=30)
    invite_guest(admin, feed)
    assert timedelta(hours=23) < feed.guest_until - timezone.now() < timedelta(hours=25)


def test_another_link_ends_the_one_before(feed, admin):
    first, second = invite_guest(admin, feed), invite_guest(admin, feed)
    assert open_invitation(first) is None
    assert open_invitation(second) == feed


def test_taken_back_or_over_it_leads_nowhere(feed, admin):
    secret = invite_guest(admin, feed)
    feed.guest_until = timezone.now()
    feed.save()
    assert open_invitation(secret) is None
    secret = invite_guest(admin, feed)
    uninvite_guest(admin, feed)
    assert open_invitation(secret) is None


def test_others_may_not(feed, make_user):
    user = make_user("zoe")
    for verb in (invite_guest, uninvite_guest):
        with pytest.raises(MayNotDirect):
            verb(user, feed)
