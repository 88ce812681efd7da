"""What Stripe's webhooks tell of gifts: https://docs.stripe.com/api/events/types.

Our reference and the address of this site stand in the metadata of session, payment and charge.
Disputes do not carry them: we ask for their payment's.

A monthly gift is a subscription. Its reference stands in the metadata of the session and of the
subscription, of which each invoice keeps a copy: under `parent.subscription_details` since the API
of 2025-03-31, at the top before. Charges of invoices carry nothing of ours: we ask which invoice
they pay (https://docs.stripe.com/api/invoice-payment).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from fundraising.enums import EventKind, MonthlyEventKind
from fundraising.gateways.payments import Notification, OrderNotification

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
class StripeEvents:
    """Reads events; `_ask` calls a service of Stripe's by its name."""

    _ask: Callable[..., dict[str, Any]]

    def read(self, event: dict[str, Any]) -> Notification | OrderNotification | None:
        """Return what a believed event tells, None when it is not about a gift of this site.

        Raises ValueError, KeyError, TypeError or AttributeError for what Stripe would never say,
        and ProviderUnreachable.
        """
        read = self._reader(event["type"])
        told: dict[str, Any] = event["data"]["object"]
        return read(event, told) if read else None

    def _reader(self, kind: str) -> Callable[..., Notification | OrderNotification | None] | None:
        if kind in _SESSIONS:
            return self._session
        if kind in _DISPUTES:
            return self._dispute
        return {
            _REFUND: self._refund,
            "invoice.paid": self._invoice,
            "invoice.payment_failed": self._failure,
            "customer.subscription.deleted": self._end,
        }.get(kind)

    def _session(
        self, event: dict[str, Any], session: dict[str, Any]
    ) -> Notification | OrderNotification | None:
        kind = _SESSIONS[event["type"]]
        if kind == EventKind.PAID and session["payment_status"] == _UNPAID:
            # A bank transfer on its way: its success or failure is told later.
            return None
        if session.get("mode") == "subscription":
            begins = kind == EventKind.PAID
            order = MonthlyEventKind.STARTED if begins else MonthlyEventKind.CANCELLED
            return _order(event, order, session, session.get("subscription"))
        cents = _cents(session["amount_total"]) if kind == EventKind.PAID else 0
        return _notification(event, kind, session, cents, payment=session["payment_intent"])

    def _invoice(self, event: dict[str, Any], invoice: dict[str, Any]) -> Notification | None:
        told, cents = _of_subscription(invoice), _cents(invoice["amount_paid"])
        if told is None or not cents or not _is_ours(told):
            return None
        payment = invoice.get("payment_intent") or self._payment_of(_text(invoice["id"]))
        found = _notification(event, EventKind.PAID, told, cents, payment=payment)
        order = told["subscription"]
        return found and replace(
            found,
            instalment=_text(invoice["id"]),
            order_ref="" if order is None else _text(order),
        )

    def _failure(self, event: dict[str, Any], invoice: dict[str, Any]) -> OrderNotification | None:
        told = _of_subscription(invoice)
        if told is None:
            return None
        return _order(event, MonthlyEventKind.FAILED, told, told["subscription"])

    def _end(self, event: dict[str, Any], order: dict[str, Any]) -> OrderNotification | None:
        return _order(event, MonthlyEventKind.ENDED, order, order["id"])

    def _refund(self, event: dict[str, Any], charge: dict[str, Any]) -> Notification | None:
        # All that was given back of a charge so far: the larger telling of a charge stands.
        cents, ref = _cents(charge["amount_refunded"]), _text(charge["id"])
        payment = charge["payment_intent"]
        return self._of_payment(event, EventKind.REFUNDED, charge, cents, ref, payment)

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
        return self._of_payment(event, kind, dispute, cents, _text(dispute["id"]), payment)

    def _of_payment(self, event: dict[str, Any], kind: EventKind, told: dict[str, Any], cents: int,
                    ref: str, payment: object) -> Notification | None:  # fmt: skip
        """Tell what happened to a payment: ours by its own words, or by those of its invoice."""
        if "reference" in (told.get("metadata") or {}) or payment is None:
            return _notification(event, kind, told, cents, ref, payment)
        paid = {"payment": {"type": "payment_intent", "payment_intent": _text(payment)}}
        found = self._ask("invoice_payments.list", params={**paid, "limit": 1})["data"]
        if not found:
            return None
        name = _text(found[0]["invoice"])
        invoice = _of_subscription(self._ask("invoices.retrieve", name))
        if invoice is None:
            return None
        told = {**invoice, "currency": told["currency"]}
        read = _notification(event, kind, told, cents, ref, payment)
        return read and replace(read, instalment=name)

    def _payment_of(self, invoice: str) -> str | None:
        """Ask for the payment of an invoice, by which it is given back."""
        asked = {"invoice": invoice, "status": "paid", "limit": 1}
        found = self._ask("invoice_payments.list", params=asked)["data"]
        return found[0]["payment"].get("payment_intent") if found else None


def _notification(event: dict[str, Any], kind: EventKind, told: dict[str, Any], cents: int,
                  refund_ref: str = "", payment: object = None) -> Notification | None:  # fmt: skip
    if not _is_ours(told):
        return None
    if type(event["livemode"]) is not bool:
        raise ValueError
    return Notification(
        event_id=_text(event["id"]),
        kind=kind.value,
        reference=_text(told["metadata"]["reference"]),
        amount_cents=cents,
        currency=_text(told["currency"]).upper(),
        occurred_at=datetime.fromtimestamp(int(event["created"]), UTC),
        is_test=not event["livemode"],
        refund_ref=refund_ref,
        provider_ref="" if payment is None else _text(payment),
    )


def _order(event: dict[str, Any], kind: MonthlyEventKind, told: dict[str, Any],
           order: object) -> OrderNotification | None:  # fmt: skip
    if not _is_ours(told):
        return None
    if type(event["livemode"]) is not bool:
        raise ValueError
    return OrderNotification(
        event_id=_text(event["id"]),
        kind=kind.value,
        reference=_text(told["metadata"]["reference"]),
        occurred_at=datetime.fromtimestamp(int(event["created"]), UTC),
        is_test=not event["livemode"],
        order_ref="" if order is None else _text(order),
    )


def _is_ours(told: dict[str, Any]) -> bool:
    ours = told.get("metadata") or {}
    return "reference" in ours and ours.get("site") == settings.PUBLIC_URL


def _of_subscription(invoice: dict[str, Any]) -> dict[str, Any] | None:
    """Return what an invoice says of its subscription, None when it is not for one.

    Both places are read: which one is filled depends on the version of the account's webhooks.
    """
    now = (invoice.get("parent") or {}).get("subscription_details")
    before = invoice.get("subscription_details")
    details = now or before
    if not details:
        return None
    order = details.get("subscription") or invoice.get("subscription")
    return {
        "metadata": details.get("metadata"),
        "subscription": order,
        "currency": invoice["currency"],
    }


def _text(value: object) -> str:
    if not isinstance(value, str) or not value or len(value) > 64:
        raise ValueError
    return value


def _cents(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value
