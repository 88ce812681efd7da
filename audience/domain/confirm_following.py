"""Confirm from the inbox: from now on the news goes there."""

from django.utils import timezone

from audience.domain.follow_links import CONFIRM, signed_subscription
from audience.enums import SubscriptionState
from audience.models import Subscription


def confirm_following(token: str) -> bool:
    """Confirm the subscription that `token` was signed for; say whether it waited for that.

    Pressing twice changes nothing more, and what has ended stays so.
    """
    waiting = signed_subscription(token, CONFIRM).filter(state=SubscriptionState.WAITING)
    now = timezone.now()
    return bool(waiting.update(state=SubscriptionState.CONFIRMED, confirmed_at=now))


def show_following(token: str, purpose: str) -> Subscription | None:
    """Return the subscription that `token` was signed for, or None; changes nothing."""
    return signed_subscription(token, purpose).first()
