"""The outbox: each address is told of an occasion once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audience.models import Mail, MailSlot
from tests.audience.following import follower, mail_to

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


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
    assert list(Mail.objects.due(now)) == [late, due]
    assert list(Mail.objects.stuck(now, timedelta(minutes=1))) == [stuck]
    assert not Mail.objects.stuck(now, timedelta(minutes=3))


def test_names_do_not_tell_the_address():
    zoe = follower()
    slot = MailSlot(who="x", day=timezone.localdate(), number=1)
    for row in (zoe, mail_to(zoe), slot):
        assert "zoe" not in str(row)
