"""Telling people apart without knowing them.

Somebody who acts on this site gets a random token in a cookie, then and not before. Where no cookie
can be kept (the widget on another site), a keyed hash of network and browser stands in for a day.
Rows hold hashes of both. An address alone is never a person: a school is one address.
"""

import base64
import hmac
import ipaddress
from datetime import date, timedelta
from functools import cache, lru_cache

from django.conf import settings
from django.db import transaction

from audience.models import DailyKey

COOKIE = "geste"
COOKIE_MAX_AGE_S = 180 * 24 * 3600
_COOKIE_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_PREFIX_BITS = {4: 24, 6: 48}


def cookie_for(nonce: str) -> str:
    """Return the token that somebody without one gets for the act `nonce`.

    It follows from the nonce, so that a request repeated after a broken connection is the same
    person's.
    """
    return _short(hmac.digest(_key(settings.SECRET_KEY), nonce.encode(), "sha256"), 22)


def is_cookie(value: str) -> bool:
    """Say whether `value` looks like a token of ours."""
    return len(value) == 22 and _COOKIE_CHARACTERS.issuperset(value)


def person_of_cookie(value: str) -> str:
    """Return the hash under which the holder of the cookie `value` acts."""
    return _short(hmac.digest(_key(settings.SECRET_KEY), b"c" + value.encode(), "sha256"), 22)


def person_of_browser(address: str, user_agent: str, day: date) -> str:
    """Return the hash under which a browser without cookies acts on `day`."""
    seen = f"b{_prefix(address)} {user_agent}".encode("utf-8", "replace")
    return _short(hmac.digest(daily_secret(day), seen, "sha256"), 22)


def network_of(address: str, meter_key: str, day: date) -> str:
    """Return the hash of the network that `address` belongs to (/24, or /48 of IPv6)."""
    seen = f"n{meter_key} {_prefix(address)}".encode()
    return _short(hmac.digest(daily_secret(day), seen, "sha256"), 16)


@lru_cache(maxsize=4)
def daily_secret(day: date) -> bytes:
    """Return the key of `day`, made on first use. Reads the database once per process and day."""
    with transaction.atomic():
        DailyKey.objects.bulk_create([DailyKey(day=day)], ignore_conflicts=True)
        return bytes(DailyKey.objects.get(day=day).secret)


def destroy_daily_keys(today: date) -> None:
    """Destroy the keys of all days before yesterday: their hashes can never be made again."""
    DailyKey.objects.filter(day__lt=today - timedelta(days=1)).delete()
    daily_secret.cache_clear()


@lru_cache(maxsize=4096)
def _prefix(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return str(ipaddress.ip_network((parsed, _PREFIX_BITS[parsed.version]), strict=False))


@cache
def _key(secret: str) -> bytes:
    return hmac.digest(secret.encode(), b"audience.people", "sha256")


def _short(digest: bytes, length: int) -> str:
    return base64.urlsafe_b64encode(digest)[:length].decode()
