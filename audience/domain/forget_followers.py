"""Forget addresses that nothing needs any more."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from audience.enums import MailState, SubscriptionState
from audience.models import Mail, MailSlot, Subscription

WAITING_KEPT = timedelta(days=7)
ENDED_KEPT = timedelta(days=30)
MAILS_KEPT = timedelta(days=30)


def forget_followers() -> int:
    """Delete wishes never confirmed, what ended a month ago, and sent mails; return how many."""
    now = timezone.now()
    gone = Subscription.objects.filter(
        Q(state=SubscriptionState.WAITING, asked_at__lt=now - WAITING_KEPT)
        | Q(state=SubscriptionState.ENDED, ended_at__lt=now - ENDED_KEPT)
    )
    # Whether an occasion was told stands on the occasion: without the mail it is not told again.
    ended = Mail.objects.filter(
        state__in=(MailState.SENT, MailState.FAILED, MailState.DOUBTFUL),
        ended_at__lt=now - MAILS_KEPT,
    )
    old_slots = MailSlot.objects.filter(day__lt=timezone.localdate(now))
    old_slots.delete()
    return ended.delete()[0] + gone.delete()[0]
