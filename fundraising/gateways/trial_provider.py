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

from fundraising.enums import EventKind, MonthlyEventKind, TrialGifts
from fundraising.gateways.payments import (
    Checkout,
    Fee,
    Notification,
    NotificationForged,
    NotificationUnreadable,
    OrderNotification,
    ProviderUnreachable,
    Refund,
    Stop,
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
    offers_monthly = True

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

    def stop(self, stop: Stop) -> None:
        """End a standing order at once, and tell. Raises ProviderUnreachable."""
        try:
            notify_of_order(stop.reference, f"ended-{stop.reference}", MonthlyEventKind.ENDED)
        except OSError as error:
            raise ProviderUnreachable from error

    def back_office(self, provider_ref: str) -> str:
        """Return "": it has no back office."""
        return ""

    def fee(self, on: date, is_monthly: bool = False) -> Fee | None:
        """Return a fee like a real one's."""
        return fee_on(FEES, on)

    def is_trusted_from(self, network_address: str) -> bool:
        """Return True: what nobody signed is refused before anything is asked."""
        return True

    def begin(self, checkout: Checkout) -> str:
        """Return the address of its page for this gift."""
        return reverse("test_checkout", args=[token_for(checkout)])

    def read(
        self, headers: Mapping[str, str], body: bytes
    ) -> list[Notification | OrderNotification]:
        """Return what a notification tells. Raises NotificationForged, NotificationUnreadable."""
        instant, _sep, signature = headers.get(HEADER, "").partition(".")
        expected = _signature(instant, body)
        is_fresh = instant.isdecimal() and abs(time.time() - int(instant[:12])) <= TOLERANCE_S
        if not is_fresh or not hmac.compare_digest(signature.encode(), expected.encode()):
            raise NotificationForged
        try:
            told = json.loads(body)
            return [_order_told(told) if told.get("is_order") else _payment_told(told)]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotificationUnreadable from error


def token_for(checkout: Checkout) -> str:
    """Return the name of the provider's page for `checkout`: signed, since all of it is in it."""
    parts = (checkout.reference, checkout.amount_cents, checkout.currency, checkout.label)
    return signing.dumps(
        [*parts, checkout.return_url, "", checkout.is_monthly], salt=_SALT, compress=True
    )


def checkout_in(token: str) -> Checkout | None:
    """Return the checkout that `token` names, or None."""
    try:
        return Checkout(*signing.loads(token, salt=_SALT))
    except (signing.BadSignature, TypeError):
        return None


def notify(checkout: Checkout, event_id: str, kind: EventKind, amount_cents: int,
           refund: str = "", send: Send | None = None, instalment: str = "") -> None:  # fmt: skip
    """Tell the site what became of `checkout`. Raises OSError when it does not answer.

    `instalment` names the month of a standing order that this is about.
    """
    told: dict[str, Any] = {
        "id": event_id,
        "kind": kind,
        "reference": checkout.reference,
        "payment": f"pay_{instalment or checkout.reference}",
        "amount_cents": amount_cents,
        "currency": checkout.currency,
        "refund": refund,
        "instalment": instalment,
        "at": int(time.time()),
    }
    _tell(told, send)


def notify_of_order(
    reference: str, event_id: str, kind: MonthlyEventKind, send: Send | None = None
) -> None:
    """Tell the site what became of a standing order. Raises OSError when it does not answer."""
    told = {
        "id": event_id,
        "is_order": True,
        "kind": kind,
        "reference": reference,
        "order": f"sub_{reference}",
        "at": int(time.time()),
    }
    _tell(told, send)


def _tell(told: dict[str, Any], send: Send | None) -> None:
    body = json.dumps(told).encode()
    with override(settings.LANGUAGE_CODE):
        address = f"{settings.PUBLIC_URL}{reverse('provider_event', args=[KEY])}"
    (send or _post)(address, body, {HEADER: signed(body), "Content-Type": "application/json"})


def _payment_told(told: dict[str, Any]) -> Notification:
    return Notification(
        event_id=_text(told["id"]),
        kind=EventKind(told["kind"]).value,
        reference=_text(told["reference"]),
        amount_cents=_cents(told["amount_cents"]),
        currency=_text(told["currency"]),
        occurred_at=datetime.fromtimestamp(int(told["at"]), UTC),
        is_test=True,
        refund_ref=_text(told.get("refund", "")),
        provider_ref=_text(told["payment"]),
        instalment=_text(told.get("instalment", "")),
        order_ref=f"sub_{told['reference']}" if told.get("instalment") else "",
    )


def _order_told(told: dict[str, Any]) -> OrderNotification:
    return OrderNotification(
        event_id=_text(told["id"]),
        kind=MonthlyEventKind(told["kind"]).value,
        reference=_text(told["reference"]),
        occurred_at=datetime.fromtimestamp(int(told["at"]), UTC),
        is_test=True,
        order_ref=_text(told["order"]),
    )


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
