"""Stripe's API as far as we use it, on a port of this machine: sessions, payments, refunds.

It refuses what Stripe refuses: a wrong key, and an idempotency key that comes back with other words.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from tests.fundraising.gateways.json_server import JsonHandler, served

DATA = Path(__file__).parents[1] / "data" / "stripe"
KEY = "sk_live_radis"
SECRET = "whsec_poireau"


class FakeStripe:
    """What it was asked, and how it answers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.by_key: dict[str, tuple[dict[str, str], dict]] = {}
        self.payments: dict[str, dict[str, str]] = {}
        # Which invoice a payment paid, and the invoices themselves.
        self.invoice_of: dict[str, str] = {}
        self.invoices: dict[str, dict] = {}
        self.subscriptions: dict[str, str] = {}
        self.is_away = False
        self.address = ""

    def answer(self, path: str, key: str, form: dict[str, str]) -> tuple[int, dict]:
        self.asked.append((path, form))
        if self.is_away:
            return 503, {"error": {"type": "api_error", "message": "away"}}
        if path.startswith("/v1/invoice_payments"):
            return 200, {"object": "list", "data": self._payments(form)}
        if path.startswith("/v1/invoices/"):
            return 200, self.invoices[path.rsplit("/", 1)[1]]
        if path.startswith("/v1/subscriptions/"):
            name = path.rsplit("/", 1)[1]
            if self.subscriptions.get(name) != "active":
                error = {"type": "invalid_request_error", "code": "resource_missing"}
                return 404, {"error": error | {"message": f"No such subscription: '{name}'"}}
            self.subscriptions[name] = "canceled"
            return 200, {"id": name, "object": "subscription", "status": "canceled"}
        if path.startswith("/v1/payment_intents/"):
            name = path.rsplit("/", 1)[1]
            return 200, {"id": name, "object": "payment_intent", "metadata": self.payments[name]}
        if key in self.by_key:
            before, answer = self.by_key[key]
            if before != form:
                return 400, {"error": {"type": "idempotency_error", "message": "other words"}}
            return 200, answer
        number = len(self.by_key) + 1
        made = {"id": f"re_{number}", "object": "refund", "status": "succeeded"}
        if path == "/v1/checkout/sessions":
            url = f"https://checkout.stripe.com/c/pay/cs_live_{number}"
            made = {"id": f"cs_live_{number}", "object": "checkout.session", "url": url}
        self.by_key[key] = (form, made)
        return 200, made

    def _payments(self, form: dict[str, str]) -> list[dict]:
        """List what paid an invoice, or which invoice a payment paid."""
        wanted = form.get("payment[payment_intent]"), form.get("invoice")
        return [
            {
                "id": "inpay_1",
                "object": "invoice_payment",
                "invoice": invoice,
                "status": "paid",
                "payment": {"type": "payment_intent", "payment_intent": payment},
            }
            for payment, invoice in self.invoice_of.items()
            if payment == wanted[0] or invoice == wanted[1]
        ]


@contextmanager
def fake_stripe() -> Iterator[FakeStripe]:
    fake = FakeStripe()

    class Handler(JsonHandler):
        def do_POST(self) -> None:
            form = self.body()
            self._send(dict(parse_qsl(form)))

        def do_GET(self) -> None:
            self._send(dict(parse_qsl(urlsplit(self.path).query)))

        def do_DELETE(self) -> None:
            self._send({})

        def _send(self, form: dict[str, str]) -> None:
            status, answer = 401, {"error": {"type": "invalid_request_error", "message": "key"}}
            if self.headers["Authorization"] == f"Bearer {KEY}":
                key = self.headers["Idempotency-Key"] or ""
                status, answer = fake.answer(urlsplit(self.path).path, key, form)
            self.answer(status, answer, Stripe_Should_Retry="false")

    with served(Handler) as fake.address:
        yield fake


def body_of(name: str, **changes: object) -> bytes:
    """Return a notification as Stripe sends it; `changes` replace what it is about."""
    event = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    event |= {key: changes.pop(key) for key in ("id", "livemode") if key in changes}
    event["data"]["object"] |= changes
    return json.dumps(event, indent=2, ensure_ascii=False).encode()


def signed(body: bytes, *secrets: str, at_s: int | None = None) -> str:
    """Return the header with which Stripe signs, once for each secret that holds."""
    instant = int(time.time()) if at_s is None else at_s
    told = f"{instant}.".encode() + body
    marks = [hmac.new(s.encode(), told, hashlib.sha256).hexdigest() for s in secrets or (SECRET,)]
    return ",".join([f"t={instant}", *(f"v1={mark}" for mark in marks), "v0=00"])
