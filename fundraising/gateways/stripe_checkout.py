"""Stripe Checkout: the donor pays on Stripe's page, Stripe tells us by signed webhooks.

What we send: https://docs.stripe.com/api/checkout/sessions/create. What we are told:
https://docs.stripe.com/api/events/types. Our reference is the idempotency key, and stands with the
address of this site in the metadata of session, payment and charge, so that an account may serve
several sites. Only disputes do not carry it: we ask for their payment's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

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

if TYPE_CHECKING:
    import stripe

HEADER = "Stripe-Signature"
TOLERANCE_S = 300
PATIENCE_S = 10
# Standard cards of the European Economic Area (https://stripe.com/fr/pricing); the host’s file may
# say what an account has agreed.
FEES = (Fee(date(2024, 1, 1), 150, 25),)
_TEST_KEYS = ("sk_test_", "rk_test_")
_PAID, _UNPAID = "paid", "unpaid"
_SESSIONS = {
    "checkout.session.completed": EventKind.PAID,
    "checkout.session.async_payment_succeeded": EventKind.PAID,
    "checkout.session.async_payment_failed": EventKind.REFUSED,
    "checkout.session.expired": EventKind.CANCELLED,
}
_REFUND = "charge.refunded"
_DISPUTES = (
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.funds_reinstated",
    "charge.dispute.closed",
)
# A bank that only asks has not taken anything (https://docs.stripe.com/disputes/how-disputes-work).
_ONLY_ASKED = ("warning_needs_response", "warning_under_review")
# After a refund, the refund is told by itself.
_ENDED_WELL = ("won", "warning_closed", "prevented", "charge_refunded")


@dataclass(frozen=True, slots=True)
class StripeCheckout:
    """One account at Stripe. Several webhook secrets hold at once while one is exchanged."""

    key: str
    name: str
    secret_key: str
    webhook_secrets: tuple[str, ...]
    api: str = ""
    origin: str = "https://checkout.stripe.com"
    fees: tuple[Fee, ...] = FEES

    @classmethod
    def from_account(cls, key: str, account: Mapping[str, Any]) -> StripeCheckout:
        """Return the gateway of an account of the host's file. Raises KeyError."""
        secrets = tuple(account["webhook_secrets"])
        more = {name: account[name] for name in ("api", "origin") if name in account}
        name = account.get("name") or f"Stripe ({key})"
        if "fee_bps" in account:
            own = Fee(date.min, int(account["fee_bps"]), int(account["fee_cents"]))
            more["fees"] = (own,)
        return cls(key, name, account["secret_key"], secrets, **more)

    @property
    def is_test(self) -> bool:
        """Whether its key moves no money."""
        return self.secret_key.startswith(_TEST_KEYS)

    def is_on(self) -> bool:
        """Say whether gifts can be made: with a test key, only where test gifts are let in."""
        return not self.is_test or settings.TEST_GIFTS != TrialGifts.OFF

    @property
    def can_refund(self) -> bool:
        """Whether its API gives money back: it does."""
        return True

    def refund(self, refund: Refund) -> None:
        """Ask Stripe to give money back. Raises ProviderUnreachable."""
        self._ask(
            "refunds.create",
            params={"payment_intent": refund.provider_ref, "amount": refund.amount_cents},
            options={"idempotency_key": refund.key},
        )

    def back_office(self, provider_ref: str) -> str:
        """Return the payment's page in Stripe's dashboard."""
        mode = "test/" if self.is_test else ""
        return f"https://dashboard.stripe.com/{mode}payments/{provider_ref}"

    def fee(self, on: date) -> Fee | None:
        """Return what Stripe keeps of a payment with a European card."""
        return fee_on(self.fees, on)

    def begin(self, checkout: Checkout) -> str:
        """Open a checkout session and return its page. Raises ProviderUnreachable."""
        ours = {"reference": checkout.reference, "site": settings.PUBLIC_URL}
        product = {"name": checkout.label or checkout.reference}
        price = {"currency": checkout.currency.lower(), "unit_amount": checkout.amount_cents}
        session = self._ask(
            "checkout.sessions.create",
            params={
                "mode": "payment",
                "submit_type": "donate",
                "client_reference_id": checkout.reference,
                "line_items": [{"quantity": 1, "price_data": {**price, "product_data": product}}],
                "metadata": ours,
                "payment_intent_data": {"metadata": ours},
                "success_url": checkout.return_url,
                "cancel_url": checkout.back_url or checkout.return_url,
            },
            options={"idempotency_key": checkout.reference},
        )
        if not session.get("url"):
            raise ProviderUnreachable
        return str(session["url"])

    def read(self, headers: Mapping[str, str], body: bytes) -> list[Notification]:
        """Return what a webhook tells, nothing when it is not about a gift of this site.

        Raises NotificationForged, NotificationUnreadable or, asking about a dispute,
        ProviderUnreachable.
        """
        self._ensure_signed(headers.get(HEADER, ""), body)
        try:
            event = json.loads(body)
            kind, told = event["type"], event["data"]["object"]
            read = self._reader(kind)
            notification = read(event, told) if read else None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotificationUnreadable from error
        return [] if notification is None else [notification]

    def _reader(self, kind: str) -> Callable[..., Notification | None] | None:
        if kind in _SESSIONS:
            return self._session
        if kind == _REFUND:
            return self._refund
        return self._dispute if kind in _DISPUTES else None

    def _session(self, event: dict[str, Any], session: dict[str, Any]) -> Notification | None:
        kind = _SESSIONS[event["type"]]
        if kind == EventKind.PAID and session["payment_status"] == _UNPAID:
            # A bank transfer on its way: its success or failure is told later.
            return None
        cents = _cents(session["amount_total"]) if kind == EventKind.PAID else 0
        return _notification(event, kind, session, cents, payment=session["payment_intent"])

    def _refund(self, event: dict[str, Any], charge: dict[str, Any]) -> Notification | None:
        # All that was given back of a charge so far: the larger telling of a charge stands.
        cents, ref = _cents(charge["amount_refunded"]), _text(charge["id"])
        payment = charge["payment_intent"]
        return _notification(event, EventKind.REFUNDED, charge, cents, ref, payment)

    def _dispute(self, event: dict[str, Any], dispute: dict[str, Any]) -> Notification | None:
        payment, status = dispute["payment_intent"], dispute["status"]
        if payment is None:
            return None
        asked = self._ask("payment_intents.retrieve", _text(payment))
        dispute = {**dispute, "metadata": asked.get("metadata")}
        cents, kind = _cents(dispute["amount"]), EventKind.CONTESTED
        if status in _ENDED_WELL:
            kind = EventKind.RESTORED
        elif status == "lost":
            kind = EventKind.REFUNDED
        elif status in _ONLY_ASKED:
            cents = 0
        return _notification(event, kind, dispute, cents, _text(dispute["id"]), payment)

    def _ensure_signed(self, header: str, body: bytes) -> None:
        import stripe

        for secret in self.webhook_secrets:
            try:
                stripe.WebhookSignature.verify_header(body, header, secret, TOLERANCE_S)
                return
            except (stripe.SignatureVerificationError, ValueError, TypeError):
                continue
        raise NotificationForged

    def _ask(self, verb: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Call a service of Stripe's by its name. Raises ProviderUnreachable."""
        import stripe

        service: Any = self._client().v1
        *rooms, deed = verb.split(".")
        for room in rooms:
            service = getattr(service, room)
        try:
            answer: dict[str, Any] = getattr(service, deed)(*args, **kwargs).to_dict()
            return answer
        except stripe.StripeError as error:
            raise ProviderUnreachable(str(error)) from error

    def _client(self) -> stripe.StripeClient:
        import stripe

        return stripe.StripeClient(
            self.secret_key,
            base_addresses={"api": self.api} if self.api else {},
            http_client=stripe.RequestsClient(timeout=PATIENCE_S),
            max_network_retries=1,
        )


def _notification(event: dict[str, Any], kind: EventKind, told: dict[str, Any], cents: int,
                  refund_ref: str = "", payment: object = None) -> Notification | None:  # fmt: skip
    ours = told.get("metadata") or {}
    if "reference" not in ours or ours.get("site") != settings.PUBLIC_URL:
        return None
    if type(event["livemode"]) is not bool:
        raise ValueError
    return Notification(
        event_id=_text(event["id"]),
        kind=kind.value,
        reference=_text(ours["reference"]),
        amount_cents=cents,
        currency=_text(told["currency"]).upper(),
        occurred_at=datetime.fromtimestamp(int(event["created"]), UTC),
        is_test=not event["livemode"],
        refund_ref=refund_ref,
        provider_ref="" if payment is None else _text(payment),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value or len(value) > 64:
        raise ValueError
    return value


def _cents(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value
