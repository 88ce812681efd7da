"""Short texts that travel through browsers and come back unchanged, or not at all."""

import base64
import hmac
from functools import cache

from django.conf import settings

_SIGNATURE_BYTES = 16


def sign(body: str, purpose: str) -> str:
    """Return `body` with a signature that is good for `purpose` alone."""
    return f"{body}.{_signature(body, purpose)}"


def open_signed(text: str, purpose: str) -> str | None:
    """Return the body of a `text` that we signed for `purpose`, or None."""
    body, _, signature = text.rpartition(".")
    expected = _signature(body, purpose).encode()
    return body if hmac.compare_digest(signature.encode("utf-8", "replace"), expected) else None


@cache
def _key(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode(), f"audience.{purpose}".encode(), "sha256")


def _signature(body: str, purpose: str) -> str:
    key = _key(settings.SECRET_KEY, purpose)
    digest = hmac.digest(key, body.encode("utf-8", "replace"), "sha256")
    return base64.urlsafe_b64encode(digest[:_SIGNATURE_BYTES]).rstrip(b"=").decode()
