"""Stripe Checkout: the donor pays on Stripe's page, Stripe tells us by signed webhooks.

What we send: https://docs.stripe.com/api/checkout/sessions/create. Our reference is the idempotency
key, and stands with the address of this site in the metadata of session, payment and charge, so
that an account may serve several sites. A monthly gift is a subscription, which carries it too.
What we are told is read in `stripe_events`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings

from fundraising.enums import TrialGifts
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
from fundraising.gateways.stripe_events import StripeEvents

if TYPE_CHECKING:
    import stripe

HEADER = "Stripe-Signature"
TOLERANCE_S = 300
PATIENCE_S = 10
# Standard cards of the European Economic Area, for accounts in it
# (https://support.stripe.com/questions/pricing-updates-for-businesses-based-in-the-european-economic-area-(eea),
# read 29 Nov 2026); the host’s file may say what an account has agreed.
FEES = (Fee(date(2023, 4, 10), 150, 25),)
# With the 0.7 % of Billing, on top for subscriptions
# (https://support.stripe.com/questions/july-2024-changes-to-stripe-billing, read 29 Nov 2026).
MONTHLY_FEES = (Fee(date(2024, 7, 10), 220, 25),)
_TEST_KEYS = ("sk_test_", "rk_test_")
# What Stripe answers about a subscription that was cancelled before.
_MISSING = "resource_missing"


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
    monthly_fees: tuple[Fee, ...] = MONTHLY_FEES

    @classmethod
    def from_account(cls, key: str, account: Mapping[str, Any]) -> StripeCheckout:
        """Return the gateway of an account of the host's file. Raises KeyError."""
        secrets = tuple(account["webhook_secrets"])
        more = {name: account[name] for name in ("api", "origin") if name in account}
        name = account.get("name") or f"Stripe ({key})"
        if "fee_bps" in account:
            own = Fee(date.min, int(account["fee_bps"]), int(account["fee_cents"]))
            more["fees"] = (own,)
            share_bps = int(account.get("monthly_fee_bps", account["fee_bps"]))
            more["monthly_fees"] = (Fee(date.min, share_bps, own.fixed_cents),)
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

    @property
    def offers_monthly(self) -> bool:
        """Whether gifts can come back each month: as subscriptions."""
        return True

    def stop(self, stop: Stop) -> None:
        """Cancel a subscription; one that is over already is fine. Raises ProviderUnreachable."""
        self._ask("subscriptions.cancel", stop.order_ref, over_if_missing=True)

    def fee(self, on: date, is_monthly: bool = False) -> Fee | None:
        """Return what Stripe keeps of a payment with a European card."""
        return fee_on(self.monthly_fees if is_monthly else self.fees, on)

    def is_trusted_from(self, network_address: str) -> bool:
        """Return True: what nobody signed is refused before anything is asked."""
        return True

    def begin(self, checkout: Checkout) -> str:
        """Open a checkout session and return its page. Raises ProviderUnreachable."""
        ours = {"reference": checkout.reference, "site": settings.PUBLIC_URL}
        product = {"name": checkout.label or checkout.reference}
        price = {
            "currency": checkout.currency.lower(),
            "unit_amount": checkout.amount_cents,
            "product_data": product,
        }
        mode: dict[str, Any] = {
            "mode": "payment",
            "submit_type": "donate",
            "payment_intent_data": {"metadata": ours},
        }
        if checkout.is_monthly:
            price["recurring"] = {"interval": "month"}
            mode = {"mode": "subscription", "subscription_data": {"metadata": ours}}
        session = self._ask(
            "checkout.sessions.create",
            params={
                **mode,
                "client_reference_id": checkout.reference,
                "line_items": [{"quantity": 1, "price_data": price}],
                "metadata": ours,
                "success_url": checkout.return_url,
                "cancel_url": checkout.back_url or checkout.return_url,
            },
            options={"idempotency_key": checkout.reference},
        )
        if not session.get("url"):
            raise ProviderUnreachable
        return str(session["url"])

    def read(
        self, headers: Mapping[str, str], body: bytes
    ) -> list[Notification | OrderNotification]:
        """Return what a webhook tells, nothing when it is not about a gift of this site.

        Raises NotificationForged, NotificationUnreadable or, asking about a dispute or an invoice,
        ProviderUnreachable.
        """
        self._ensure_signed(headers.get(HEADER, ""), body)
        try:
            notification = StripeEvents(self._ask).read(json.loads(body))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotificationUnreadable from error
        return [] if notification is None else [notification]

    def _ensure_signed(self, header: str, body: bytes) -> None:
        import stripe

        for secret in self.webhook_secrets:
            try:
                stripe.WebhookSignature.verify_header(body, header, secret, TOLERANCE_S)
                return
            except (stripe.SignatureVerificationError, ValueError, TypeError):
                continue
        raise NotificationForged

    def _ask(
        self, verb: str, *args: Any, over_if_missing: bool = False, **kwargs: Any
    ) -> dict[str, Any]:
        """Call a service of Stripe's by its name. Raises ProviderUnreachable.

        `over_if_missing`: what it does not know any more is as good as done.
        """
        import stripe

        service: Any = self._client().v1
        *rooms, deed = verb.split(".")
        for room in rooms:
            service = getattr(service, room)
        try:
            answer: dict[str, Any] = getattr(service, deed)(*args, **kwargs).to_dict()
            return answer
        except stripe.StripeError as error:
            if over_if_missing and error.code == _MISSING:
                return {}
            raise ProviderUnreachable(str(error)) from error

    def _client(self) -> stripe.StripeClient:
        import stripe

        return stripe.StripeClient(
            self.secret_key,
            base_addresses={"api": self.api} if self.api else {},
            http_client=stripe.RequestsClient(timeout=PATIENCE_S),
            max_network_retries=1,
        )
