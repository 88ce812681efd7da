"""Issued anew: another number, the old one named, both or neither."""

import pytest

from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.reissue_receipt import reissue_receipt
from fundraising.enums import CancelReason
from fundraising.models import Receipt
from fundraising.refusals import NoReceiptForThis, ReceiptReplaced

pytestmark = pytest.mark.django_db
ZOE = Donor("Zoe", "1 rue du Potager")
RIGHT = Donor("Zoé Poireau", "2 rue du Potager")


def test_with_the_right_name(issuer, make_gift, tell, mo):
    gift = make_gift()
    tell(gift)
    old = issue_receipt(gift, ZOE)
    new = reissue_receipt(old, mo, RIGHT, CancelReason.MISTAKE, "")
    assert (new.number, new.replaces_id, new.donor_name) == (2, old.pk, "Zoé Poireau")
    old.refresh_from_db()
    assert old.cancel_reason == CancelReason.MISTAKE
    assert old.successor == new
    with pytest.raises(ReceiptReplaced):
        reissue_receipt(old, mo, RIGHT, CancelReason.MISTAKE, "")


def test_nothing_is_left_to_say(issuer, make_gift, tell, mo):
    gift = make_gift()
    tell(gift)
    old = issue_receipt(gift, ZOE)
    tell(gift, "refunded", refund_ref="a")
    old.refresh_from_db()
    with pytest.raises(NoReceiptForThis):
        reissue_receipt(old, mo, RIGHT, CancelReason.OTHER, "")
    assert Receipt.objects.count() == 1
