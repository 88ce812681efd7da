"""The bodies of tests are such as providers send: their own libraries know every field of them.

HelloAsso publishes notifications as its sandbox sent them, and Stripe its objects' full shape; ours
are those with the names, sums and dates of this house. What providers send and their libraries do
not tell is listed here.
"""

import json
from pathlib import Path

import pytest
import stripe
from helloasso_python import models as helloasso

from fundraising.gateways.helloasso import _FAILED, _STATES
from fundraising.gateways.payments import Checkout
from tests.fundraising.gateways import fake_helloasso, fake_stripe
from tests.fundraising.gateways.shapes import differences, refused_by

STRIPE_CLASSES = {
    "charge": stripe.Charge,
    "checkout.session": stripe.checkout.Session,
    "dispute": stripe.Dispute,
    "invoice": stripe.Invoice,
    "payment_intent": stripe.PaymentIntent,
    "subscription": stripe.Subscription,
}
# Fields of older versions that are still sent.
STRIPE_SENDS = {
    "charge.destination: unknown",
    "charge.dispute: unknown",
    "charge.order: unknown",
    "dispute.balance_transaction: unknown",
}
# An invoice of an account that stayed with the API of before April 2025.
BEFORE_2025 = {
    f"invoice.{name}: unknown"
    for name in ("charge", "paid", "payment_intent", "subscription", "subscription_details")
}
HELLOASSO_MODELS = {
    "Payment": helloasso.HelloAssoApiV5ModelsStatisticsPaymentDetail,
    "Order": helloasso.HelloAssoApiV5ModelsStatisticsOrderDetail,
    "Form": helloasso.HelloAssoApiV5ModelsFormsFormPublicModel,
}
# In the published notifications and not in the library.
HELLOASSO_SENDS = {"formName", "isAnonymous", "isAmountHidden"}
# Payments that have neither come nor failed yet, and those that never pass through a checkout.
NOT_YET = {"Init", "Pending", "Registered", "Unknown", "Waiting", "WaitingAuthentication",
           "WaitingBankValidation", "WaitingBankWithdraw"}  # fmt: skip
NEVER_OURS = {"AuthorizedPreprod", "Corrected", "Inconsistent", "NoDonation"}


def bodies(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


@pytest.mark.parametrize("path", bodies(fake_stripe.DATA), ids=lambda path: path.stem)
def test_stripe_sends_such_events(path):
    event = json.loads(path.read_text(encoding="utf-8"))
    told = event["data"]["object"]
    found = {
        *differences(event, stripe.Event, "event"),
        *differences(told, STRIPE_CLASSES[told["object"]], told["object"]),
    }
    assert found - STRIPE_SENDS == (BEFORE_2025 if "before-2025" in path.stem else set())
    assert event["type"] == path.stem.split("-")[0]


@pytest.mark.parametrize("path", bodies(fake_helloasso.DATA), ids=lambda path: path.stem)
def test_helloasso_sends_such_notifications(path):
    told = json.loads(path.read_text(encoding="utf-8"))
    refused = refused_by(HELLOASSO_MODELS[told["eventType"]], told["data"])
    assert {place.removeprefix("order.") for place in refused} <= HELLOASSO_SENDS


def test_helloasso_takes_our_checkouts(helloasso_account, helloasso_api):
    name = "Léa " * 90
    helloasso_account.begin(
        Checkout("r", 20_00, "EUR", name, "https://a.example/", "https://b.example/")
    )
    [(_verb, _path, told)] = helloasso_api.asked
    assert refused_by(helloasso.HelloAssoApiV5ModelsCartsInitCheckoutBody, told) == set()


def test_every_state_of_a_payment_and_of_a_refund_has_its_meaning():
    states = {state.value for state in helloasso.HelloAssoApiV5ModelsEnumsPaymentState}
    assert states == _STATES.keys() | NOT_YET | NEVER_OURS
    refunds = {state.value.lower() for state in helloasso.HelloAssoApiV5ModelsEnumsOperationState}
    assert refunds - _FAILED == {"unknown", "init", "processing", "processed"}


def test_a_field_that_nobody_sends_is_found():
    session = {"id": 3, "object": "checkout.session", "vegetable": "leek"}
    found = set(differences(session, stripe.checkout.Session, "session"))
    assert {"session.id: 3", "session.vegetable: unknown", "session.livemode: missing"} <= found
    assert refused_by(HELLOASSO_MODELS["Payment"], {"amount": "20", "leek": 1}) == {
        "amount",
        "leek",
    }
