"""HelloAsso: tokens, checkout intents, and states that only its API is believed about."""

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.cache import cache

from fundraising.gateways.helloasso import HEADER, HelloAsso
from fundraising.gateways.payments import (
    Checkout,
    NotificationForged,
    NotificationUnreadable,
    ProviderUnreachable,
    Stop,
)
from tests.fundraising.gateways.fake_helloasso import CLIENT, DATA, INTENT, ORGANIZATION, SECRET

REFERENCE = "Zk3qPq0mV9s1uYh7TnB2xw"
CHECKOUT = Checkout(
    REFERENCE,
    20_00,
    "EUR",
    "Zoé court",
    "https://potager.example/don/x/",
    "https://potager.example/y/",
)


@pytest.fixture
def gateway(helloasso_account) -> HelloAsso:
    return helloasso_account


def read(gateway: HelloAsso, body: bytes) -> list[tuple[str, int, str]]:
    told = gateway.read({}, body)
    assert {(one.reference, one.currency) for one in told} <= {(REFERENCE, "EUR")}
    assert len({one.event_id for one in told}) == len(told)
    return [(one.kind, one.amount_cents, one.refund_ref) for one in told]


def test_an_intent_with_our_reference(gateway, helloasso_api):
    address = gateway.begin(CHECKOUT)
    assert address == f"https://www.helloasso.com/associations/{ORGANIZATION}/checkout/1"
    [(_verb, path, told)] = helloasso_api.asked
    assert path == f"/v5/organizations/{ORGANIZATION}/checkout-intents"
    assert told["metadata"] == {"reference": REFERENCE, "site": "https://potager.example"}
    assert (told["totalAmount"], told["initialAmount"]) == (2000, 2000)
    assert told["containsDonation"] is True
    assert (told["returnUrl"], told["backUrl"], told["errorUrl"]) == (
        CHECKOUT.return_url, CHECKOUT.back_url, CHECKOUT.back_url,
    )  # fmt: skip
    assert gateway.begin(CHECKOUT) == address
    assert len(helloasso_api.asked) == 1


def test_a_token_is_kept_renewed_and_asked_anew(gateway, helloasso_api):
    for number in range(3):
        gateway.begin(replace(CHECKOUT, reference=f"kept-{number}"))
    assert helloasso_api.grants == ["client_credentials"]
    cache.delete(gateway._held("access"))
    gateway.begin(replace(CHECKOUT, reference="renewed"))
    assert helloasso_api.grants[1:] == ["refresh_token"]
    helloasso_api.tokens.clear()
    gateway.begin(replace(CHECKOUT, reference="taken-back"))
    assert helloasso_api.grants[2:] == ["refresh_token"]
    helloasso_api.refreshes = False
    cache.delete(gateway._held("access"))
    gateway.begin(replace(CHECKOUT, reference="anew"))
    assert helloasso_api.grants[3:] == ["refresh_token", "client_credentials"]


def test_a_provider_that_is_away_or_does_not_know_us(gateway, helloasso_api):
    with pytest.raises(ProviderUnreachable):
        replace(gateway, client_secret="other").begin(CHECKOUT)
    with pytest.raises(ProviderUnreachable):
        replace(gateway, organization="other").begin(CHECKOUT)
    helloasso_api.is_away = True
    with pytest.raises(ProviderUnreachable):
        gateway.begin(CHECKOUT)
    with pytest.raises(ProviderUnreachable):
        replace(gateway, api="http://127.0.0.1:9").begin(CHECKOUT)
    with pytest.raises(ProviderUnreachable):
        gateway.read({}, helloasso_api.happens("payment-authorized"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("payment-authorized", [("paid", 20_00, "")]),
        ("order", [("paid", 20_00, "")]),
        ("payment-waiting", []),
        ("payment-refused", [("refused", 0, "")]),
        ("payment-canceled", [("cancelled", 0, "")]),
        ("payment-refunding", [("paid", 20_00, ""), ("refunded", 20_00, "901")]),
        ("payment-refunded", [("paid", 20_00, ""), ("refunded", 20_00, "901")]),
        ("payment-refunded-part",
         [("paid", 20_00, ""), ("restored", 20_00, "complaint-15222"), ("refunded", 5_50, "902")]),
        ("payment-contested", [("paid", 20_00, ""), ("contested", 20_00, "complaint-15222")]),
        ("payment-restored", [("paid", 20_00, ""), ("restored", 20_00, "complaint-15222")]),
        ("payment-of-a-form", []),
        ("form", []),
    ],
)  # fmt: skip
def test_what_each_notification_tells(gateway, helloasso_api, name, told):
    assert read(gateway, helloasso_api.happens(name)) == told
    assert (DATA / f"{name}.json").exists()


def test_every_body_has_its_test():
    assert len(list(DATA.glob("*.json"))) == 12


def test_only_the_api_is_believed(gateway, helloasso_api):
    body = helloasso_api.happens("payment-authorized")
    lied = body.replace(b'"amount": 2000', b'"amount": 900000').replace(
        REFERENCE.encode(), b"other"
    )
    assert read(gateway, lied) == [("paid", 20_00, "")]
    helloasso_api.happens("payment-waiting")
    assert read(gateway, body) == []
    helloasso_api.orders.clear()
    assert read(gateway, body) == []


def test_orders_of_others_tell_nothing(gateway, helloasso_api, settings):
    body = helloasso_api.happens("payment-authorized")
    settings.PUBLIC_URL = "https://other.example"
    assert read(gateway, body) == []
    settings.PUBLIC_URL = "https://potager.example"
    helloasso_api.metadata = {}
    assert read(gateway, body) == []
    helloasso_api.orders[22707].pop("checkoutIntentId")
    assert read(gateway, body) == []
    assert INTENT not in helloasso_api.orders


@pytest.mark.parametrize("status", ["Aborted", "Canceled", "Error", "InternalError", "Refused"])
def test_a_tip_to_helloasso_and_refunds_that_failed_do_not_count(gateway, helloasso_api, status):
    body = helloasso_api.happens("payment-refunded-part")
    payment = helloasso_api.orders[22707]["payments"][0]
    payment |= {"amount": 2300, "amountTip": 300}
    payment["refundOperations"][0]["status"] = status
    assert read(gateway, body)[0] == ("paid", 20_00, "")
    assert "refunded" not in [kind for kind, *_rest in read(gateway, body)]
    payment.pop("items")
    assert read(gateway, body)[0] == ("paid", 23_00, "")


def test_a_refund_without_its_operations_is_the_whole(gateway, helloasso_api):
    body = helloasso_api.happens("payment-refunded", refundOperations=[])
    assert read(gateway, body)[1] == ("refunded", 20_00, "payment-15222")


def test_instants_and_names(gateway, helloasso_api):
    [told] = gateway.read({}, helloasso_api.happens("payment-authorized"))
    assert (told.event_id, told.provider_ref, told.is_test) == ("15222-paid", "15222", False)
    assert told.occurred_at == datetime(2026, 11, 29, 10, 50, 48, 885911, tzinfo=UTC)


def test_a_signature_is_asked_for_where_there_is_a_key(gateway, helloasso_api):
    body = helloasso_api.happens("payment-authorized")
    strict = replace(gateway, signature_keys=("new", "old"))
    for key in ("new", "old"):
        mark = hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
        assert strict.read({HEADER: mark}, body)
        with pytest.raises(NotificationForged):
            strict.read({HEADER: mark}, body + b" ")
    for header in ("", "é", "0" * 64):
        with pytest.raises(NotificationForged):
            strict.read({HEADER: header}, body)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"eventType": "Payment", "data": {}}', b'{"eventType": "Order", "data": 1}',
     b'{"eventType": "Order", "data": {"formType": "Checkout", "id": "../../me"}}',
     b'{"eventType": "Order", "data": {"formType": "Checkout", "id": -1}}',
     b'{"eventType": "Order", "data": {"formType": "Checkout", "id": true}}', b"\xff"],
)  # fmt: skip
def test_nonsense_is_not_read_and_asks_nothing(gateway, helloasso_api, body):
    with pytest.raises(NotificationUnreadable):
        gateway.read({}, body)
    assert helloasso_api.asked == []


@pytest.mark.parametrize(
    "change", [{"id": "x"}, {"items": [{"shareAmount": 19.99}]}, {"date": 5}, {"meta": {}}]
)
def test_what_the_api_would_never_say_is_not_read(gateway, helloasso_api, change):
    body = helloasso_api.happens("payment-authorized")
    helloasso_api.orders[22707]["payments"][0] |= change
    with pytest.raises(NotificationUnreadable):
        gateway.read({}, body)


def test_the_sandbox_is_no_money(gateway, settings):
    trial = replace(gateway, is_test=True, api="")
    assert trial.origin == "https://www.helloasso-sandbox.com"
    assert gateway.origin == "https://www.helloasso.com"
    assert trial._base() == "https://api.helloasso-sandbox.com"
    assert gateway.is_on()
    settings.TEST_GIFTS = "off"
    assert not trial.is_on()
    settings.TEST_GIFTS = "hidden"
    assert trial.is_on()


def test_an_account_of_the_hosts_file():
    account = {"organization": ORGANIZATION, "client_id": CLIENT, "client_secret": SECRET}
    made = HelloAsso.from_account("helloasso-pont", account | {"sandbox": True})
    assert (made.key, made.is_test, made.signature_keys) == ("helloasso-pont", True, ())
    with pytest.raises(KeyError):
        HelloAsso.from_account("helloasso-pont", {"organization": ORGANIZATION})


def test_its_back_office_or_the_one_that_the_host_names():
    account = {"organization": "pont", "client_id": "x", "client_secret": "y"}
    usual = HelloAsso.from_account("helloasso-pont", account)
    assert usual.back_office("1") == "https://admin.helloasso.com/pont/accueil"
    moved = HelloAsso.from_account("x", account | {"back_office": "https://office.example/"})
    assert moved.back_office("1") == "https://office.example/"


def test_it_offers_no_gift_without_an_end(helloasso_account):
    assert not helloasso_account.offers_monthly
    with pytest.raises(ProviderUnreachable):
        helloasso_account.stop(Stop("x", "y"))
