"""How often one network, or one address, may ask for something in a while.

A speed limit, not a law: each process of the site keeps its own when the cache is in its memory.
No address is kept, only a hash that dies with the day's key.
"""

from django.core.cache import cache
from django.utils import timezone

from audience.domain.people import network_of

WINDOW_S = 3600


def spend(purpose: str, address: str, most: int) -> bool:
    """Spend one of the `most` requests for `purpose` that the network of `address` has an hour.

    Return False when none is left.
    """
    name = _name(purpose, address)
    if cache.add(name, 1, WINDOW_S):
        return True
    try:
        return cache.incr(name) <= most
    except ValueError:  # It ran out between the two calls.
        return True


def is_spent(purpose: str, address: str, most: int) -> bool:
    """Say whether the network of `address` has spent its `most` requests, and spend none."""
    return int(cache.get(_name(purpose, address)) or 0) >= most


def _name(purpose: str, address: str) -> str:
    return f"budget:{purpose}:{network_of(address, purpose, timezone.localdate())}"
