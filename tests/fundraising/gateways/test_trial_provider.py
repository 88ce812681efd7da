"""The test provider signs what it tells, and believes no other."""

import json
import time

import pytest
from django.utils.translation import override

from fundraising.enums import EventKind
from fundraising.gateways.payments import (
    Checkout,
    NotificationForged,
    NotificationUnreadable,
)
from fundraising.gateways.trial_provider import (
    HEADER,
    TOLERANCE_S,
    TrialProvider,
    checkout_in,
    notify,
    signed,
    token_for,
)

CHECKOUT = Checkout("ref", 20_00, "EUR", "Zoé court", "/don/ref/")


@pytest.fixture
def told(settings) -> tuple[bytes, dict[str, str]]:
    sent = []
    # Whatever the donor reads, the site is told at one address.
    with override("en"):
        notify(CHECKOUT, "evt", EventKind.REFUNDED, 5_00, "r1", lambda *args: sent.append(args))
    [(address, body, headers)] = sent
    assert address == f"{settings.PUBLIC_URL}/paiements/test/"
    return body, headers


def test_what_it_tells_is_read(told):
    body, headers = told
    [notification] = TrialProvider().read(headers, body)
    assert notification.is_test
    assert (notification.event_id, notification.kind, notification.amount_cents) == (
        "evt", "refunded", 5_00,
    )  # fmt: skip
    assert (notification.reference, notification.refund_ref) == ("ref", "r1")


def test_forged_changed_and_old_ones_are_not_believed(told):
    body, headers = told
    old, early = int(time.time()) - TOLERANCE_S - 5, int(time.time()) + TOLERANCE_S + 5
    for other_body, other in (
        (body.replace(b"500", b"900"), headers),
        (body, {}),
        (body, {HEADER: "x"}),
        (body, {HEADER: f"{int(time.time())}.{'0' * 64}"}),
        (body, {HEADER: f"{int(time.time())}.é"}),
        (body, {HEADER: signed(body, old)}),
        (body, {HEADER: signed(body, early)}),
    ):
        with pytest.raises(NotificationForged):
            TrialProvider().read(other, other_body)


@pytest.mark.parametrize(
    "change",
    [{"kind": "stolen"}, {"amount_cents": 19.99}, {"amount_cents": -1}, {"amount_cents": True},
     {"amount_cents": "5"}, {"id": None}, {"id": "x" * 65}, {"at": "soon"}, {"currency": 1}],
)  # fmt: skip
def test_what_it_would_never_say_is_not_read(told, change):
    body = json.dumps(json.loads(told[0]) | change).encode()
    with pytest.raises(NotificationUnreadable):
        TrialProvider().read({HEADER: signed(body)}, body)
    for nonsense in (b"", b"[]", b"{", b'"x"', b"{}"):
        with pytest.raises(NotificationUnreadable):
            TrialProvider().read({HEADER: signed(nonsense)}, nonsense)


def test_its_pages_are_signed():
    token = token_for(CHECKOUT)
    assert checkout_in(token) == CHECKOUT
    assert checkout_in(f"{token[:-2]}xx") is None
    assert checkout_in("x") is None
