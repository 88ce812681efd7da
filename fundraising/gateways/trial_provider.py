"""The built-in provider for development and demonstrations: a page like a real one, no money.

It is off unless the setting TEST_GIFTS turns it on. Its notifications are signed as a real
provider's are (HMAC-SHA256 over the instant and the body, good for five minutes) and reach us by a
request to our own endpoint.
"""

import hmac
import json
import time
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from fundraising.enums import EventKind, TrialGifts
from fundraising.gateways.payments import (
    Checkout,
    Fee,
    Notification,
    NotificationForged,
    NotificationUnreadable,
    ProviderUnreachable,
    Refund,
    fee_on,
)

KEY = "test"
HEADER = "Test-Signature"
TOLERANCE_S = 300
PATIENCE_S = 10
_SALT = "fundraising.test_provider"
# The numbers that everybody's test providers know.
CARD_PAYS, CARD_REFUSED = "4242424242424242", "4000000000000002"
FEES = (Fee(date(2024, 1, 1), 150, 25),)
Send = Callable[[str, bytes, dict[str, str]], None]


class TrialProvider:
    """The provider as the site sees it."""

    key = KEY
    name = _("test provider (no money)")
    is_test = True
    origin = ""
    can_refund = True

    def is_on(self) -> bool:
        """Say whether the setting turned it on."""
        return settings.TEST_GIFTS != TrialGifts.OFF

    def refund(self, refund: Refund) -> None:
        """Give back at once, and tell. Raises ProviderUnreachable."""
        checkout = Checkout(refund.reference, refund.amount_cents, refund.currency, "", "")
        name = f"{EventKind.REFUNDED}-{refund.key}"
        try:
            notify(checkout, name, EventKind.REFUNDED, refund.amount_cents, refund.key)
        except OSError as error:
            raise ProviderUnreachable from error

    def back_office(self, provider_ref: str) -> str:
        """Return "": it has no back office."""
        return ""

    def fee(self, on: date) -> Fee | None:
        """Return a fee like a real one's."""
        return fee_on(FEES, on)

    def begin(self, checkout: Checkout) -> str:
        """Return the address of its page for this gift."""
        return reverse("test_checkout", args=[token_for(checkout)])

    def read(self, headers: Mapping[str, str], body: bytes) -> list[Notification]:
        """Return what a notification tells. Raises NotificationForged, NotificationUnreadable."""
        instant, _sep, signature = headers.get(HEADER, "").partition(".")
        expected = _signature(instant, body)
        is_fresh = instant.isdecimal() and abs(time.time() - int(instant[:12])) <= TOLERANCE_S
        if not is_fresh or not hmac.compare_digest(signature.encode(), expected.encode()):
            raise NotificationForged
        try:
            told = json.loads(body)
            notification = Notification(
                event_id=_text(told["id"]),
                kind=EventKind(told["kind"]).value,
                reference=_text(told["reference"]),
                amount_cents=_cents(told["amount_cents"]),
                currency=_text(told["currency"]),
                occurred_at=datetime.fromtimestamp(int(told["at"]), UTC),
                is_test=True,
                refund_ref=_text(told.get("refund", "")),
                provider_ref=_text(told["payment"]),
            )
            return [notification]
        except (ValueError, KeyError, TypeError) as error:
            raise NotificationUnreadable from error


def token_for(checkout: Checkout) -> str:
    """Return the name of the provider's page for `checkout`: signed, since all of it is in it."""
    parts = (checkout.reference, checkout.amount_cents, checkout.currency)
    return signing.dumps([*parts, checkout.label, checkout.return_url], salt=_SALT, compress=True)


def checkout_in(token: str) -> Checkout | None:
    """Return the checkout that `token` names, or None."""
    try:
        return Checkout(*signing.loads(token, salt=_SALT))
    except (signing.BadSignature, TypeError):
        return None


def notify(checkout: Checkout, event_id: str, kind: EventKind, amount_cents: int,
           refund: str = "", send: Send | None = None) -> None:  # fmt: skip
    """Tell the site what became of `checkout`. Raises OSError when it does not answer."""
    told: dict[str, Any] = {
        "id": event_id,
        "kind": kind,
        "reference": checkout.reference,
        "payment": f"pay_{checkout.reference}",
        "amount_cents": amount_cents,
        "currency": checkout.currency,
        "refund": refund,
        "at": int(time.time()),
    }
    body = json.dumps(told).encode()
    with override(settings.LANGUAGE_CODE):
        address = f"{settings.PUBLIC_URL}{reverse('provider_event', args=[KEY])}"
    (send or _post)(address, body, {HEADER: signed(body), "Content-Type": "application/json"})


def signed(body: bytes, at_s: int | None = None) -> str:
    """Return the header that proves `body` to be the provider's, made at a second of Unix time."""
    instant = str(int(time.time()) if at_s is None else at_s)
    return f"{instant}.{_signature(instant, body)}"


def _signature(instant: str, body: bytes) -> str:
    key = hmac.digest(settings.SECRET_KEY.encode(), _SALT.encode(), "sha256")
    return hmac.digest(key, instant.encode() + b"." + body, "sha256").hex()


def _post(address: str, body: bytes, headers: dict[str, str]) -> None:
    request = urllib.request.Request(address, body, headers, method="POST")  # noqa: S310
    with urllib.request.urlopen(request, timeout=PATIENCE_S):  # noqa: S310
        pass


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 64:
        raise ValueError
    return value


def _cents(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value
