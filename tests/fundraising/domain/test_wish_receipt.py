"""Who writes the same is the same donor; nobody changes what another wrote."""

import pytest

from fundraising.domain.erase_donor import erase_donor, exported_gift
from fundraising.domain.issue_receipt import Donor
from fundraising.domain.wish_receipt import wish_receipt
from fundraising.models import ReceiptWish

pytestmark = pytest.mark.django_db
ZOE = Donor("Zoé Poireau", "1 rue du Potager\n75011 Paris", email="zoe@example.org")


def test_the_same_donor_writes_with_other_spaces(issuer, make_gift):
    first, second, third = make_gift(), make_gift(), make_gift()
    wish = wish_receipt(issuer, ZOE, first)
    same = Donor("zoé  poireau", "1 rue du potager 75011 Paris", email="Zoe@example.org")
    assert wish_receipt(issuer, same, second) == wish
    other = Donor("Zoé Poireau", "2 rue du Potager", email="zoe@example.org")
    assert wish_receipt(issuer, other, third) != wish
    wish.refresh_from_db()
    assert wish.donor_address == ZOE.address


def test_a_month_takes_all_months_along(issuer, make_gift, make_order):
    order = make_order()
    month = make_gift(recurring=order, instalment_ref="in_1")
    later = make_gift(recurring=order, instalment_ref="in_2")
    wish = wish_receipt(issuer, ZOE, month)
    for row in (order, later):
        row.refresh_from_db()
        assert row.receipt_wish == wish


def test_taken_along_and_erased(issuer, make_gift, make_order):
    order = make_order()
    month = make_gift(recurring=order, instalment_ref="in_1")
    wish_receipt(issuer, ZOE, order)
    month.refresh_from_db()
    assert exported_gift(month)["wished_receipt"]["name"] == "Zoé Poireau"
    erase_donor(month)
    assert not ReceiptWish.objects.exists()
