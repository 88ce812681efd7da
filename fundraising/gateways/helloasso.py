"""HelloAsso Checkout: the donor pays on HelloAsso's page, and we believe only what its API says.

Its notifications (https://dev.helloasso.com/docs/les-notifications) are signed for partners only.
So a notification is a knock: it names an order, and what became of it is asked for under our own
client, with the checkout intent that carries our reference. Who knocks without cause learns and
moves nothing, and soon waits (`hear_provider`). https://dev.helloasso.com/reference
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any

import requests
from django.conf import settings
from django.core.cache import cache

from fundraising.enums import EventKind, TrialGifts
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
)

HEADER = "x-ha-signature"
PATIENCE_S = 5
# An access token holds for half an hour, the one that renews it for a month.
_EARLY_S, _REFRESH_S = 60, 29 * 24 * 3600
# HelloAsso keeps a checkout open for a quarter of an hour.
_OPEN_S = 14 * 60
LONGEST_NAME = 250
_STATES = {
    "Authorized": EventKind.PAID,
    "Refunding": EventKind.PAID,
    "Refunded": EventKind.PAID,
    "Contested": EventKind.PAID,
    "Refused": EventKind.REFUSED,
    "Error": EventKind.REFUSED,
    "Canceled": EventKind.CANCELLED,
    "Abandoned": EventKind.CANCELLED,
    "Deleted": EventKind.CANCELLED,
}
_FAILED = {"aborted", "canceled", "error", "internalerror", "refused"}
# After so long, a payment that is authorised has perhaps been contested in the meantime.
_SETTLED = timedelta(hours=1)
_asking = Lock()
# Where its notifications come from (https://dev.helloasso.com/docs/secure-webhook, 29 Nov 2026).
_SENDERS = {False: "51.138.206.200", True: "4.233.135.234"}
_HOSTS = {False: "helloasso.com", True: "helloasso-sandbox.com"}


@dataclass(frozen=True, slots=True)
class HelloAsso:
    """The account of one association. Without `signature_keys` its API alone is believed."""

    key: str
    name: str
    organization: str
    client_id: str
    client_secret: str
    signature_keys: tuple[str, ...] = ()
    is_test: bool = False
    api: str = ""
    office: str = ""

    @classmethod
    def from_account(cls, key: str, account: Mapping[str, Any]) -> HelloAsso:
        """Return the gateway of an account of the host's file. Raises KeyError."""
        return cls(
            key,
            account.get("name") or f"HelloAsso ({key})",
            account["organization"],
            account["client_id"],
            account["client_secret"],
            tuple(account.get("signature_keys", ())),
            bool(account.get("sandbox", False)),
            account.get("api", ""),
            account.get("back_office", ""),
        )

    @property
    def origin(self) -> str:
        """Where its pages are."""
        return f"https://www.{_HOSTS[self.is_test]}"

    def is_on(self) -> bool:
        """Say whether gifts can be made: in the sandbox, only where test gifts are let in."""
        return not self.is_test or settings.TEST_GIFTS != TrialGifts.OFF

    @property
    def can_refund(self) -> bool:
        """Whether its API gives money back: it asks for a right that associations do not have."""
        return False

    def refund(self, refund: Refund) -> None:
        """Raise ProviderUnreachable: see `can_refund`."""
        raise ProviderUnreachable

    @property
    def offers_monthly(self) -> bool:
        """Whether gifts can come back each month: not through its API.

        A checkout intent takes terms, but `totalAmount` must be the sum of all of them: they are
        parts of one sum, and end. Its own form for monthly gifts is not opened by a checkout.
        """
        return False

    def stop(self, stop: Stop) -> None:
        """Raise ProviderUnreachable: see `offers_monthly`."""
        raise ProviderUnreachable

    def back_office(self, provider_ref: str) -> str:
        """Return the association's back office; payments have no address of their own.

        No page of HelloAsso's documentation names it; read on 29 Nov 2026 in the instructions of
        two plug-ins that let people look for their organisation's name there. The host's file may
        name another.
        """
        return self.office or f"https://admin.{_HOSTS[self.is_test]}/{self.organization}/accueil"

    def fee(self, on: date, is_monthly: bool = False) -> Fee | None:
        """Return None: HelloAsso keeps nothing, it asks donors for a tip itself."""
        return None

    def is_trusted_from(self, network_address: str) -> bool:
        """Whether it is signed, or comes from where HelloAsso sends it."""
        return bool(self.signature_keys) or network_address == _SENDERS[self.is_test]

    def begin(self, checkout: Checkout) -> str:
        """Open a checkout intent and return its page; the same gift again opens the same.

        Raises ProviderUnreachable.
        """
        held = f"helloasso.checkout:{self.key}:{checkout.reference}"
        if address := cache.get(held):
            return str(address)
        back = checkout.back_url or checkout.return_url
        intent = self._ask(
            "POST",
            f"organizations/{self.organization}/checkout-intents",
            {
                "totalAmount": checkout.amount_cents,
                "initialAmount": checkout.amount_cents,
                "itemName": (checkout.label or checkout.reference)[:LONGEST_NAME],
                "backUrl": back,
                "errorUrl": back,
                "returnUrl": checkout.return_url,
                "containsDonation": True,
                "metadata": {"reference": checkout.reference, "site": settings.PUBLIC_URL},
            },
        )
        address = (intent or {}).get("redirectUrl")
        if not isinstance(address, str) or not address:
            raise ProviderUnreachable
        cache.set(held, address, _OPEN_S)
        return address

    def read(
        self, headers: Mapping[str, str], body: bytes
    ) -> list[Notification | OrderNotification]:
        """Return what became of the payment that a notification is about, as the API tells it.

        Raises NotificationForged, NotificationUnreadable or ProviderUnreachable.
        """
        self._ensure_signed(headers.get(HEADER, ""), body)
        try:
            knock = json.loads(body)
            kind, data = knock["eventType"], knock["data"]
            if kind not in ("Payment", "Order"):
                return []
            told = data["order"] if kind == "Payment" else data
            if told["formType"] != "Checkout":
                return []
            return self._order(_number(told["id"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotificationUnreadable from error

    def _order(self, number: int) -> list[Notification | OrderNotification]:
        order = self._ask("GET", f"orders/{number}")
        intent_id = order and order.get("checkoutIntentId")
        if order is None or intent_id is None:
            return []
        place = f"organizations/{self.organization}/checkout-intents/{_number(intent_id)}"
        ours = (self._ask("GET", place) or {}).get("metadata") or {}
        if "reference" not in ours or ours.get("site") != settings.PUBLIC_URL:
            return []
        reference = _text(ours["reference"])
        return [told for payment in order["payments"] for told in self._payment(reference, payment)]

    def _payment(self, reference: str, payment: dict[str, Any]) -> Iterator[Notification]:
        """Tell all that the state of a payment says: paid, given back in parts, contested."""
        number, state = _number(payment["id"]), payment["state"]
        paid_at, changed_at = _instant(payment["date"]), _instant(payment["meta"]["updatedAt"])
        cents = _share(payment)

        def tell(
            kind: EventKind, name: str, at: datetime, cents: int, ref: str = ""
        ) -> Notification:
            return Notification(f"{number}-{name}", kind.value, reference, cents, "EUR", at,
                                self.is_test, ref, str(number))  # fmt: skip

        kind = _STATES.get(state)
        if kind is None:
            return
        yield tell(kind, kind.value, paid_at, cents if kind == EventKind.PAID else 0)
        stamp, complaint = f"{changed_at:%Y%m%d%H%M%S%f}", f"complaint-{number}"
        if state == "Contested":
            yield tell(EventKind.CONTESTED, f"contested-{stamp}", changed_at, cents, complaint)
        elif state == "Authorized" and changed_at - paid_at > _SETTLED:
            yield tell(EventKind.RESTORED, f"restored-{stamp}", changed_at, cents, complaint)
        backs = [one for one in payment.get("refundOperations") or () if _stands(one)]
        for back in backs:
            ref = str(_number(back["id"]))
            yield tell(EventKind.REFUNDED, f"refund-{ref}", changed_at, _cents(back["amount"]), ref)
        if state in ("Refunded", "Refunding") and not backs:
            yield tell(EventKind.REFUNDED, "refund", changed_at, cents, f"payment-{number}")

    def _ensure_signed(self, header: str, body: bytes) -> None:
        marks = [hmac.digest(key.encode(), body, "sha256").hex() for key in self.signature_keys]
        given = header.lower().encode()
        if marks and not any(hmac.compare_digest(given, mark.encode()) for mark in marks):
            raise NotificationForged

    def _ask(self, verb: str, place: str, told: object = None) -> dict[str, Any] | None:
        """Ask the API; None for what it does not know. Raises ProviderUnreachable."""
        address = f"{self._base()}/v5/{place}"
        refused = ""
        for _attempt in range(2):
            refused = token = self._token(refused)
            bearer = {"Authorization": f"Bearer {token}"}
            answer = self._send(verb, address, json=told, headers=bearer)
            if answer.status_code != requests.codes.unauthorized:
                break
        if answer.status_code == requests.codes.not_found:
            return None
        return _object(answer)

    def _token(self, refused: str) -> str:
        """Return an access token: the one we hold unless it was `refused`, or another.

        Whoever comes while one is asked for waits for it: HelloAsso counts tokens.
        """
        with _asking:
            held = cache.get(self._held("access"))
            return str(held) if held and held != refused else self._another_token()

    def _another_token(self) -> str:
        answer = None
        if refresh := cache.get(self._held("refresh")):
            form = {"grant_type": "refresh_token", "refresh_token": refresh}
            answer = self._send("POST", f"{self._base()}/oauth2/token", data=self._named(form))
        if answer is None or not answer.ok:
            form = {"grant_type": "client_credentials", "client_secret": self.client_secret}
            answer = self._send("POST", f"{self._base()}/oauth2/token", data=self._named(form))
        given = _object(answer)
        try:
            access, lasts_s = str(given["access_token"]), int(given["expires_in"]) - _EARLY_S
        except (KeyError, TypeError, ValueError) as error:
            raise ProviderUnreachable from error
        cache.set(self._held("access"), access, max(lasts_s, 1))
        if "refresh_token" in given:
            cache.set(self._held("refresh"), given["refresh_token"], _REFRESH_S)
        return access

    def _send(self, verb: str, address: str, **words: Any) -> requests.Response:
        try:
            return requests.request(
                verb, address, timeout=PATIENCE_S, allow_redirects=False, **words
            )
        except requests.RequestException as error:
            raise ProviderUnreachable(str(error)) from error

    def _named(self, form: dict[str, str]) -> dict[str, str]:
        return {**form, "client_id": self.client_id}

    def _held(self, what: str) -> str:
        return f"helloasso.{what}:{self.key}:{self.client_id}"

    def _base(self) -> str:
        return self.api or f"https://api.{_HOSTS[self.is_test]}"


def _object(answer: requests.Response) -> dict[str, Any]:
    if not answer.ok:
        raise ProviderUnreachable(f"{answer.status_code}: {answer.text[:200]}")
    try:
        given = answer.json()
    except ValueError as error:
        raise ProviderUnreachable from error
    if not isinstance(given, dict):
        raise ProviderUnreachable
    return given


def _share(payment: dict[str, Any]) -> int:
    """Return what the association gets of a payment: a tip to HelloAsso is not its."""
    items = payment.get("items") or ()
    return (
        sum(_cents(item["shareAmount"]) for item in items) if items else _cents(payment["amount"])
    )


def _stands(refund: dict[str, Any]) -> bool:
    return str(refund.get("status", "")).lower() not in _FAILED


def _instant(value: object) -> datetime:
    if not isinstance(value, str):
        raise ValueError
    read = datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _number(value: object) -> int:
    if type(value) is not int or not 0 < value < 2**53:
        raise ValueError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value or len(value) > 64:
        raise ValueError
    return value


def _cents(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value
