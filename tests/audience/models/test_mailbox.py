"""A link is good once, for a day."""

from datetime import timedelta

from django.utils import timezone

from audience.models import MailboxLink


def test_good_for_a_day():
    now = timezone.now()
    assert MailboxLink(made_at=now).is_good
    assert not MailboxLink(made_at=now, used_at=now).is_good
    assert not MailboxLink(made_at=now - timedelta(days=1, seconds=1)).is_good
    assert "p k" in str(MailboxLink(purpose="p", key="k"))
