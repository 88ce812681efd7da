"""Who is told of something."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.queue_mails import queue_mails
from audience.models import Mail
from tests.audience.following import follower

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
BOTH = [("garden", "7"), ("farm", "1")]


def test_each_address_once_as_a_follower_of_the_first():
    now = timezone.now()
    zoe = follower(confirmed_at=now)
    follower(kind="farm", key="1", confirmed_at=now)
    lea = follower("lea@example.org", kind="farm", key="1", confirmed_at=now)
    follower("other@example.org", key="8", confirmed_at=now)
    assert queue_mails(BOTH, "test", "1", now) == 2
    queue_mails(BOTH, "test", "1", now)
    assert set(Mail.objects.values_list("subscription", "email")) == {
        (zoe.pk, "zoe@example.org"),
        (lea.pk, "lea@example.org"),
    }
    queue_mails(BOTH, "test", "2", now)
    assert Mail.objects.count() == 4


def test_neither_who_waits_nor_who_ended_nor_who_came_later():
    now = timezone.now()
    follower("a@example.org", state="waiting", confirmed_at=None)
    follower("b@example.org", state="ended")
    follower("c@example.org", confirmed_at=now + timedelta(seconds=1))
    assert queue_mails(BOTH, "test", "1", now) == 0
    assert queue_mails([], "test", "1", now) == 0
