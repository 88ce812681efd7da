"""Addresses that nothing needs are forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.forget_followers import forget_followers
from audience.models import Mail, MailSlot, Subscription
from tests.audience.following import follower, mail_to

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def ago(**values):
    return timezone.now() - timedelta(**values)


def test_what_is_forgotten_and_what_is_kept():
    kept = [
        follower("a@example.org", asked_at=ago(days=900), confirmed_at=ago(days=900)),
        follower("b@example.org", state="waiting", asked_at=ago(days=6)),
        follower("c@example.org", state="ended", ended_at=ago(days=29)),
    ]
    follower("d@example.org", state="waiting", asked_at=ago(days=8))
    gone = follower("e@example.org", state="ended", ended_at=ago(days=31))
    mail_to(gone)
    wanted = [
        mail_to(kept[0], "1", state="sent", ended_at=ago(days=29)),
        mail_to(kept[0], "2", due_at=ago(days=99)),
    ]
    for number, state in enumerate(("sent", "failed", "doubtful"), 3):
        mail_to(kept[0], str(number), state=state, ended_at=ago(days=31))
    today = timezone.localdate()
    MailSlot.objects.create(who="x", day=today, number=0)
    MailSlot.objects.create(who="x", day=today - timedelta(days=1), number=0)
    assert forget_followers() == 6
    assert set(Subscription.objects.all()) == set(kept)
    assert set(Mail.objects.all()) == set(wanted)
    assert MailSlot.objects.get().day == today
    assert forget_followers() == 0
