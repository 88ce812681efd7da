"""The links in mails to followers: signed, good for one subscription and one purpose."""

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from audience.domain.signing import open_signed, sign
from audience.models import Subscription

CONFIRM = "confirm_following"
END = "end_following"


def link_to(purpose: str, subscription: Subscription) -> str:
    """Return the absolute address at which its reader confirms (CONFIRM) or ends (END) it."""
    token = sign(str(subscription.pk), purpose)
    with override(subscription.language):
        return f"{settings.PUBLIC_URL}{reverse(purpose, args=[token])}"


def subscription_in(token: str, purpose: str) -> int | None:
    """Return the key of the subscription that we signed `token` for, or None."""
    body = open_signed(token, purpose)
    return int(body) if body and body.isdecimal() else None


def signed_subscription(token: str, purpose: str) -> QuerySet[Subscription]:
    """Return the subscription that `token` was signed for, as a queryset of one or none."""
    key = subscription_in(token, purpose)
    return Subscription.objects.none() if key is None else Subscription.objects.filter(pk=key)
