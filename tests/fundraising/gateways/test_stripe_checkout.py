"""Stripe Checkout: sessions by its API, signed webhooks, each event as Stripe sends it."""

import json
import time
from dataclasses import replace
from datetime import date

import pytest

from fundraising.gateways.payments import (
    Checkout,
    NotificationForged,
    NotificationUnreadable,
    OrderNotification,
    ProviderUnreachable,
    Stop,
)
from fundraising.gateways.stripe_checkout import HEADER, TOLERANCE_S, StripeCheckout
from tests.fundraising.gateways.fake_stripe import (
    DATA,
    KEY,
    SECRET,
    body_of,
    signed,
)

REFERENCE = "Zk3qPq0mV9s1uYh7TnB2xw"
PAYMENT = "pi_3SYpFtLkdIwHu7ix1hQm7cZ0"
CHECKOUT = Checkout(
    REFERENCE,
    20_00,
    "EUR",
    "Zoé court",
    "https://potager.example/don/x/",
    "https://potager.example/y/",
)


@pytest.fixture
def gateway(stripe_account, stripe_api) -> StripeCheckout:
    stripe_api.payments[PAYMENT] = {"reference": REFERENCE, "site": "https://potager.example"}
    return stripe_account


def read(gateway: StripeCheckout, name: str, **changes: object):
    body = body_of(name, **changes)
    return gateway.read({HEADER: signed(body)}, body)


def test_a_session_under_our_reference(gateway, stripe_api):
    address = gateway.begin(CHECKOUT)
    assert address == "https://checkout.stripe.com/c/pay/cs_live_1"
    [(path, form)] = stripe_api.asked
    assert path == "/v1/checkout/sessions"
    assert form["client_reference_id"] == form["metadata[reference]"] == REFERENCE
    assert form["payment_intent_data[metadata][reference]"] == REFERENCE
    assert form["payment_intent_data[metadata][site]"] == "https://potager.example"
    price = "line_items[0][price_data]"
    assert (form[f"{price}[unit_amount]"], form[f"{price}[currency]"]) == ("2000", "eur")
    assert (form["mode"], form["success_url"], form["cancel_url"]) == (
        "payment", CHECKOUT.return_url, CHECKOUT.back_url,
    )  # fmt: skip
    assert gateway.begin(CHECKOUT) == address
    assert list(stripe_api.by_key) == [REFERENCE]


def test_a_provider_that_is_away_or_refuses(gateway, stripe_api):
    gateway.begin(CHECKOUT)
    with pytest.raises(ProviderUnreachable):
        gateway.begin(replace(CHECKOUT, amount_cents=1))
    with pytest.raises(ProviderUnreachable):
        replace(gateway, secret_key="sk_live_other").begin(CHECKOUT)
    stripe_api.is_away = True
    with pytest.raises(ProviderUnreachable):
        gateway.begin(replace(CHECKOUT, reference="other"))
    with pytest.raises(ProviderUnreachable):
        replace(gateway, api="http://127.0.0.1:9").begin(CHECKOUT)


@pytest.mark.parametrize(
    ("name", "kind", "cents", "ref"),
    [
        ("checkout.session.completed", "paid", 20_00, ""),
        ("checkout.session.async_payment_succeeded", "paid", 20_00, ""),
        ("checkout.session.async_payment_failed", "refused", 0, ""),
        ("checkout.session.expired", "cancelled", 0, ""),
        ("charge.refunded-part", "refunded", 5_50, "ch_3SYpFtLkdIwHu7ix1bT0vWq2"),
        ("charge.refunded", "refunded", 20_00, "ch_3SYpFtLkdIwHu7ix1bT0vWq2"),
        ("charge.dispute.created", "contested", 20_00, "du_1SYr0ALkdIwHu7ixQ8mN3vYe"),
        ("charge.dispute.created-asked", "contested", 0, "du_1SYr0ALkdIwHu7ixQ8mN3vYe"),
        ("charge.dispute.funds_reinstated", "restored", 20_00, "du_1SYr0ALkdIwHu7ixQ8mN3vYe"),
        ("charge.dispute.closed-won", "restored", 20_00, "du_1SYr0ALkdIwHu7ixQ8mN3vYe"),
        ("charge.dispute.closed-lost", "refunded", 20_00, "du_1SYr0ALkdIwHu7ixQ8mN3vYe"),
    ],
)
def test_what_each_event_tells(gateway, name, kind, cents, ref):
    [told] = read(gateway, name)
    assert (told.kind, told.amount_cents, told.refund_ref) == (kind, cents, ref)
    assert (told.reference, told.currency, told.is_test) == (REFERENCE, "EUR", False)
    assert told.event_id.startswith("evt_")
    assert told.provider_ref == ("" if name.endswith("expired") else PAYMENT)


def test_what_tells_nothing_of_our_gifts(gateway, stripe_api, settings):
    assert read(gateway, "checkout.session.completed-unpaid") == []
    assert read(gateway, "payment_intent.created") == []
    assert read(gateway, "charge.refunded", metadata={}) == []
    assert read(gateway, "charge.dispute.created", payment_intent=None) == []
    settings.PUBLIC_URL = "https://other.example"
    assert read(gateway, "checkout.session.completed") == []
    assert read(gateway, "charge.dispute.created") == []


def test_every_body_has_its_test():
    assert len(list(DATA.glob("*.json"))) == 21


def test_a_dispute_waits_for_a_provider_that_is_away(gateway, stripe_api):
    stripe_api.is_away = True
    with pytest.raises(ProviderUnreachable):
        read(gateway, "charge.dispute.created")


def test_what_moved_no_money_says_so(gateway, settings):
    assert read(gateway, "checkout.session.completed", livemode=False)[0].is_test
    trial = replace(gateway, secret_key="sk_test_radis")
    assert not gateway.is_test
    assert gateway.is_on()
    assert trial.is_test
    settings.TEST_GIFTS = "off"
    assert not trial.is_on()
    settings.TEST_GIFTS = "hidden"
    assert trial.is_on()


def test_forged_changed_and_old_ones_are_not_believed(gateway):
    body = body_of("checkout.session.completed")
    old = int(time.time()) - TOLERANCE_S - 5
    for other_body, header in (
        (body.replace(b"2000", b"9000"), signed(body)),
        (body, ""),
        (body, "t=x"),
        (body, "t=1"),
        (body, f"t={int(time.time())},v1=é"),
        (body, signed(body, "whsec_other")),
        (body, signed(body, at_s=old)),
        (b"\xff", signed(b"\xff")),
    ):
        with pytest.raises(NotificationForged):
            gateway.read({HEADER: header}, other_body)
    with pytest.raises(NotificationForged):
        replace(gateway, webhook_secrets=()).read({HEADER: signed(body)}, body)


def test_secrets_are_exchanged_without_a_gap(gateway):
    body = body_of("checkout.session.completed")
    both = replace(gateway, webhook_secrets=("whsec_new", SECRET))
    for header in (signed(body), signed(body, "whsec_new"), signed(body, "whsec_new", SECRET)):
        assert both.read({HEADER: header}, body)
    assert gateway.read({HEADER: signed(body, "whsec_new", SECRET)}, body)


@pytest.mark.parametrize(
    "change",
    [{"amount_total": 19.99}, {"amount_total": -1}, {"amount_total": "2000"}, {"id": "x" * 65},
     {"amount_total": True}, {"id": None}, {"currency": None}, {"livemode": "yes"},
     {"metadata": {"reference": 1, "site": "https://potager.example"}}],
)  # fmt: skip
def test_what_stripe_would_never_say_is_not_read(gateway, change):
    with pytest.raises(NotificationUnreadable):
        read(gateway, "checkout.session.completed", **change)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"{}", b'{"type": "charge.refunded"}'])
def test_nonsense_that_is_signed_is_not_read(gateway, body):
    with pytest.raises(NotificationUnreadable):
        gateway.read({HEADER: signed(body)}, body)


def test_an_account_of_the_hosts_file():
    account = {"secret_key": KEY, "webhook_secrets": [SECRET], "name": "Le Pont"}
    made = StripeCheckout.from_account("stripe-pont", account)
    assert (made.key, made.name, made.webhook_secrets) == ("stripe-pont", "Le Pont", (SECRET,))
    assert made.origin == "https://checkout.stripe.com"
    with pytest.raises(KeyError):
        StripeCheckout.from_account("stripe-pont", {"secret_key": KEY})


def test_its_fee_or_the_one_agreed_on():
    account = {"secret_key": KEY, "webhook_secrets": [SECRET]}
    usual = StripeCheckout.from_account("stripe-pont", account).fee(date(2026, 11, 29))
    assert (usual.share_bps, usual.fixed_cents) == (150, 25)
    own = account | {"fee_bps": 120, "fee_cents": 10}
    agreed = StripeCheckout.from_account("stripe-pont", own).fee(date(2026, 11, 29))
    assert (agreed.share_bps, agreed.fixed_cents) == (120, 10)


MONTHLY = replace(CHECKOUT, amount_cents=10_00, is_monthly=True)
SUBSCRIPTION, INVOICE = "sub_1SYpGaLkdIwHu7ixM0nThLy1", "in_1SYpGbLkdIwHu7ixInv0Ice1"
MONTH = "pi_3SYpGbLkdIwHu7ix1M0nth01"


@pytest.fixture
def invoiced(gateway, stripe_api) -> StripeCheckout:
    """An account at which a month of our monthly gift was paid."""
    body = json.loads(body_of("invoice.paid"))
    stripe_api.invoices[INVOICE] = body["data"]["object"]
    stripe_api.invoice_of[MONTH] = INVOICE
    return gateway


def test_a_monthly_gift_is_a_subscription_under_our_reference(gateway, stripe_api):
    gateway.begin(MONTHLY)
    [(_path, form)] = stripe_api.asked
    price = "line_items[0][price_data]"
    assert (form["mode"], form[f"{price}[recurring][interval]"]) == ("subscription", "month")
    assert (form[f"{price}[unit_amount]"], form["metadata[reference]"]) == ("1000", REFERENCE)
    assert form["subscription_data[metadata][reference]"] == REFERENCE
    assert form["subscription_data[metadata][site]"] == "https://potager.example"
    assert not [name for name in form if name.startswith(("payment_intent_data", "submit_type"))]


@pytest.mark.parametrize(
    ("name", "kind", "order"),
    [
        ("checkout.session.completed-subscription", "started", SUBSCRIPTION),
        ("checkout.session.expired-subscription", "cancelled", ""),
        ("invoice.payment_failed", "failed", SUBSCRIPTION),
        ("customer.subscription.deleted", "ended", SUBSCRIPTION),
    ],
)
def test_what_is_told_of_a_standing_order(gateway, name, kind, order):
    [told] = read(gateway, name)
    assert isinstance(told, OrderNotification)
    assert (told.kind, told.order_ref, told.reference) == (kind, order, REFERENCE)
    assert not told.is_test
    assert read(gateway, name, livemode=False)[0].is_test


@pytest.mark.parametrize("name", ["invoice.paid", "invoice.paid-before-2025"])
def test_a_paid_month(invoiced, name):
    [told] = read(invoiced, name)
    assert (told.kind, told.amount_cents, told.currency) == ("paid", 10_00, "EUR")
    assert (told.reference, told.instalment) == (REFERENCE, INVOICE)
    assert told.order_ref == SUBSCRIPTION
    assert told.provider_ref == (MONTH if name == "invoice.paid" else PAYMENT)


def test_a_month_given_back_is_that_month(invoiced, stripe_api):
    [told] = read(invoiced, "charge.refunded-of-a-month")
    assert (told.kind, told.amount_cents, told.instalment) == ("refunded", 10_00, INVOICE)
    assert (told.reference, told.provider_ref) == (REFERENCE, MONTH)
    stripe_api.payments[MONTH] = {}
    [told] = read(invoiced, "charge.dispute.created", payment_intent=MONTH)
    assert (told.kind, told.instalment) == ("contested", INVOICE)
    stripe_api.is_away = True
    with pytest.raises(ProviderUnreachable):
        read(invoiced, "charge.refunded-of-a-month")


def test_invoices_that_are_no_months_of_ours(invoiced, stripe_api, settings):
    assert read(invoiced, "invoice.paid-of-no-subscription") == []
    assert read(invoiced, "invoice.paid", amount_paid=0) == []
    stripe_api.invoices[INVOICE] = {**stripe_api.invoices[INVOICE], "parent": None}
    assert read(invoiced, "charge.refunded-of-a-month") == []
    stripe_api.invoice_of.clear()
    assert read(invoiced, "charge.refunded-of-a-month") == []
    settings.PUBLIC_URL = "https://other.example"
    for name in ("invoice.paid", "invoice.payment_failed", "customer.subscription.deleted"):
        assert read(invoiced, name) == []


@pytest.mark.parametrize("cents", [19.99, -1, "1000", True, None])
def test_a_month_whose_sum_stripe_would_never_say(invoiced, cents):
    with pytest.raises(NotificationUnreadable):
        read(invoiced, "invoice.paid", amount_paid=cents)


def test_stopped_once_and_again(gateway, stripe_api):
    assert gateway.offers_monthly
    stripe_api.subscriptions[SUBSCRIPTION] = "active"
    for _ in range(2):
        gateway.stop(Stop(REFERENCE, SUBSCRIPTION))
    assert stripe_api.subscriptions[SUBSCRIPTION] == "canceled"
    stripe_api.is_away = True
    with pytest.raises(ProviderUnreachable):
        gateway.stop(Stop(REFERENCE, SUBSCRIPTION))


def test_its_fee_each_month_is_with_billing():
    account = {"secret_key": KEY, "webhook_secrets": [SECRET]}
    usual = StripeCheckout.from_account("stripe-pont", account)
    assert usual.fee(date(2026, 11, 29), is_monthly=True).share_bps == 220
    own = account | {"fee_bps": 120, "fee_cents": 10, "monthly_fee_bps": 150}
    agreed = StripeCheckout.from_account("stripe-pont", own).fee(date(2026, 11, 29), True)
    assert (agreed.share_bps, agreed.fixed_cents) == (150, 10)
