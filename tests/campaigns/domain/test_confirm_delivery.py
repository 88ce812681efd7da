"""Only who received can say so, with a proof, and never more than was unlocked."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.documents.models import Document

from campaigns.domain.confirm_delivery import Report, confirm_delivery, may_confirm
from campaigns.domain.proofs import LARGEST_PROOF_BYTES
from campaigns.models import Delivery, LedgerEntry
from campaigns.refusals import (
    DeliveryRefused,
    MoreThanUnlocked,
    NoteMissing,
    NothingDelivered,
    NotTheBeneficiary,
    NotYetDelivered,
    ProofMissing,
    ProofNotTaken,
    WrongStep,
)
from tests.campaigns.conftest import proof

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def report(quantity: int = 4, **values: object) -> Report:
    defaults = {"delivered_on": timezone.localdate(), "place": "Lille", "proof": proof()}
    return Report(quantity, **{**defaults, **values})


def test_the_beneficiary_confirms(make_pledge, receiver):
    pledge = make_pledge(unlocked=9)
    delivery = confirm_delivery(receiver, pledge, report())
    pledge.refresh_from_db()
    assert (pledge.delivered, pledge.state) == (4, "active")
    assert delivery.confirmed_by == "Omar Diallo, président"
    assert (delivery.entry.kind, delivery.entry.quantity, delivery.entry.unit) == (
        "delivered",
        4,
        "g",
    )
    with delivery.document.open_file() as stored:
        assert stored.read() == b"%PDF-1.7 bon de livraison"
    assert delivery.document.filename.endswith(".pdf")


def test_a_late_pledge_is_kept_once_all_is_there(make_pledge, receiver):
    past = timezone.now() - timedelta(days=20)
    pledge = make_pledge(unlocked=9, state="late", ends_at=past, delivery_due_on=past.date())
    confirm_delivery(receiver, pledge, report(4))
    pledge.refresh_from_db()
    assert pledge.state == "late"
    confirm_delivery(receiver, pledge, report(5))
    pledge.refresh_from_db()
    assert (pledge.state, pledge.delivered) == ("settled", 9)


def test_a_superuser_stands_in_with_a_note(make_pledge, admin):
    pledge = make_pledge(unlocked=9)
    with pytest.raises(NoteMissing):
        confirm_delivery(admin, pledge, report())
    delivery = confirm_delivery(admin, pledge, report(note="Lettre du 3 mars, signée O. Diallo"))
    assert delivery.confirmed_by == "admin → Épicerie du Pont"
    assert delivery.entry.note == "Lettre du 3 mars, signée O. Diallo"


@pytest.mark.parametrize(
    ("refusal", "values"),
    [
        (NothingDelivered, {"quantity": 0}),
        (MoreThanUnlocked, {"quantity": 10}),
        (NotYetDelivered, {"delivered_on": timezone.localdate() + timedelta(days=2)}),
        (ProofMissing, {"proof": None}),
        (ProofMissing, {"proof": proof(content=b"")}),
        (ProofNotTaken, {"proof": proof("bon.pdf", b"<script>")}),
        (ProofNotTaken, {"proof": proof("bon.svg", b"<svg onload='x'/>")}),
        (ProofNotTaken, {"proof": proof(content=b"%PDF-" + b"0" * LARGEST_PROOF_BYTES)}),
    ],
)
def test_what_is_refused_leaves_nothing(make_pledge, receiver, refusal, values):
    pledge = make_pledge(unlocked=9)
    with pytest.raises(refusal):
        confirm_delivery(receiver, pledge, report(**values))
    pledge.refresh_from_db()
    counts = [model.objects.count() for model in (Delivery, LedgerEntry, Document)]
    assert (pledge.delivered, counts) == (0, [0, 0, 0])


def test_nobody_else(make_pledge, editor, receiver, make_user):
    pledge = make_pledge(unlocked=9)
    stranger = make_user("zoe")
    stranger.groups.set(receiver.groups.all())
    for user in (editor, stranger):
        assert not may_confirm(user, pledge)
        with pytest.raises(NotTheBeneficiary):
            confirm_delivery(user, pledge, report(note="si, si"))
    with pytest.raises(WrongStep):
        confirm_delivery(receiver, make_pledge(state="settled"), report())


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 9), max_size=5))
def test_delivered_never_exceeds_unlocked(make_pledge, admin, quantities):
    pledge, taken = make_pledge(unlocked=12), 0
    for quantity in quantities:
        try:
            confirm_delivery(admin, pledge, report(quantity, note="lettre", proof=proof()))
            taken += quantity
        except DeliveryRefused:
            assert quantity == 0 or taken + quantity > 12
    pledge.refresh_from_db()
    assert pledge.delivered == taken <= 12
