"""Rows that make following and telling happen once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audience.models import FollowerMail, MailSlot, Subscription
from tests.audience.following import follower, mail_to

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_an_address_follows_a_subject_once_however_it_is_written():
    follower("zoe@example.org")
    follower("zoe@example.org", key="8")
    with pytest.raises(IntegrityError), transaction.atomic():
        follower("Zoe@Example.ORG")
    assert set(Subscription.objects.values_list("email", flat=True)) == {"zoe@example.org"}


def test_an_address_is_told_once():
    first, second = follower(), follower(key="8")
    mail_to(first)
    with pytest.raises(IntegrityError), transaction.atomic():
        mail_to(second)


def test_what_is_due_and_what_is_stuck():
    now, zoe = timezone.now(), follower()
    late = mail_to(zoe, "1", due_at=now - timedelta(minutes=9))
    due = mail_to(zoe, "2", due_at=now)
    mail_to(zoe, "3", due_at=now + timedelta(seconds=1))
    mail_to(zoe, "4", state="sent")
    stuck = mail_to(zoe, "5", state="sending", claimed_at=now - timedelta(minutes=2))
    assert list(FollowerMail.objects.due(now)) == [late, due]
    assert list(FollowerMail.objects.stuck(now, timedelta(minutes=1))) == [stuck]
    assert not FollowerMail.objects.stuck(now, timedelta(minutes=3))


def test_names_do_not_tell_the_address():
    zoe = follower()
    slot = MailSlot(who="x", day=timezone.localdate(), number=1)
    for row in (zoe, mail_to(zoe), slot):
        assert "zoe" not in str(row)
