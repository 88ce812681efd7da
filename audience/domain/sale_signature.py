"""The signature of a partner's call: HMAC-SHA256 over what is sent and when.

    signed text = timestamp "\\n" "POST" "\\n" path "\\n" body

The key's secret follows from its public name and SECRET_KEY, so it is stored nowhere, and a call
that is not signed is turned away without asking the database.
Source: RFC 2104; the scheme is the usual one of web hooks (Stripe, GitHub).
"""

import base64
import hmac
from functools import cache

from django.conf import settings

from audience.errors import SaleClockOff, SaleForged, SaleUnsigned

CLOCK_S = 300
PREFIX = "v1="
KEY_HEADER = "potager-key"
TIME_HEADER = "potager-timestamp"
SIGNATURE_HEADER = "potager-signature"


def secret_of(key_id: str) -> str:
    """Return the secret that goes with the key named `key_id`."""
    return _secret(settings.SECRET_KEY, key_id)


def signature(secret: str, timestamp: str, path: str, body: bytes) -> str:
    """Return the signature of a call, as its header holds it."""
    text = f"{timestamp}\nPOST\n{path}\n".encode() + body
    return PREFIX + hmac.new(secret.encode(), text, "sha256").hexdigest()


def ensure_signed(headers: dict[str, str], path: str, body: bytes, now_s: int) -> str:
    """Return the name of the key that signed this call.

    `headers` have lower-case names, `now_s` is our clock in seconds since 1970. Raises
    SaleUnsigned, SaleForged or SaleClockOff. Whether the key still holds is another question.
    """
    key_id, timestamp = headers.get(KEY_HEADER, ""), headers.get(TIME_HEADER, "")
    signed = headers.get(SIGNATURE_HEADER, "").encode("utf-8", "replace")
    if not (key_id and timestamp and signed):
        raise SaleUnsigned
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    expected = [signature(_secret(str(one), key_id), timestamp, path, body) for one in secrets]
    if not any(hmac.compare_digest(signed, one.encode()) for one in expected):
        raise SaleForged
    if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
        raise SaleForged
    if abs(int(timestamp) - now_s) > CLOCK_S:
        raise SaleClockOff(now_s=now_s)
    return key_id


def _secret(secret_key: str, key_id: str) -> str:
    digest = hmac.digest(_key(secret_key), key_id.encode("utf-8", "replace"), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@cache
def _key(secret_key: str) -> bytes:
    return hmac.digest(secret_key.encode(), b"audience.partners", "sha256")
