"""A cancelled receipt stays, marked; a refund cancels by itself."""

import pytest

from fundraising.domain.cancel_receipt import cancel_receipt
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.enums import CancelReason
from fundraising.models import Receipt
from fundraising.refusals import ReceiptCancelled

pytestmark = pytest.mark.django_db


@pytest.fixture
def receipt(issuer, make_gift, tell) -> Receipt:
    gift = make_gift()
    tell(gift)
    return issue_receipt(gift, Donor("Zoé", "1 rue du Potager"))


def test_kept_with_reason_and_name(receipt, mo):
    cancelled = cancel_receipt(receipt, mo, CancelReason.MISTAKE, "Faute au nom")
    assert (cancelled.cancelled_by, cancelled.cancel_note) == (mo, "Faute au nom")
    assert Receipt.objects.count() == 1
    assert not Receipt.objects.valid().exists()
    with pytest.raises(ReceiptCancelled):
        cancel_receipt(receipt, mo, CancelReason.OTHER)


@pytest.mark.parametrize("cents", [1, 20_00])
def test_a_refund_cancels_it(receipt, tell, cents):
    tell(receipt.donation, "refunded", cents, refund_ref="a")
    receipt.refresh_from_db()
    assert receipt.cancel_reason == CancelReason.REFUND
    assert receipt.cancelled_by is None


def test_what_changes_nothing_leaves_it(receipt, tell):
    tell(receipt.donation)
    receipt.refresh_from_db()
    assert receipt.cancelled_at is None
