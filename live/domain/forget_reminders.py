"""Forget who wanted to be reminded, once there is nothing left to remind of."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from audience.models import Subscription
from live.domain.followed_lives import KIND
from live.models import LiveProgrammePage

# A new date may still be set for what did not take place.
KEPT = timedelta(days=30)


def forget_reminders() -> int:
    """Remove subscriptions to programmes that are long over, or gone; return how many."""
    keys = set(Subscription.objects.filter(kind=KIND).values_list("key", flat=True).distinct())
    newer = LiveProgrammePage.objects.filter(starts_at__gt=timezone.now() - KEPT)
    wanted = newer.filter(translation_key__in=[UUID(key) for key in keys])
    kept = {key.hex for key in wanted.values_list("translation_key", flat=True)}
    gone = Subscription.objects.filter(kind=KIND, key__in=keys - kept)
    return gone.delete()[1].get("audience.Subscription", 0)
