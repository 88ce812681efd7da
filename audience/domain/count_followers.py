"""How many people follow something: a number, and never who."""

from audience.enums import SubscriptionState
from audience.models import Subscription


def count_followers(kind: str, key: str) -> int:
    """Return how many addresses have confirmed that they follow this subject by e-mail."""
    confirmed = Subscription.objects.filter(state=SubscriptionState.CONFIRMED)
    return confirmed.filter(kind=kind, key=key).count()
