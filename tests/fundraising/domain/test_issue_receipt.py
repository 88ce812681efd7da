"""Numbers without a gap, for real money only, whatever happens at once."""

from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from fundraising.domain.cancel_receipt import cancel_receipt
from fundraising.domain.issue_receipt import Donor, can_have_receipt, issue_receipt
from fundraising.models import Donation, Receipt, ReceiptCounter
from fundraising.refusals import NoReceiptForThis, NoReceiptsHere

pytestmark = pytest.mark.django_db
ZOE = Donor("Zoé Poireau", "1 rue du Potager\n75011 Paris")


def numbers() -> list[int]:
    return sorted(Receipt.objects.values_list("number", flat=True))


def test_what_it_says(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    receipt = issue_receipt(gift, ZOE)
    year = timezone.localdate().year
    assert (receipt.reference, receipt.amount_cents) == (f"{year}-00001", 20_00)
    assert receipt.issued_by["address"] == "3 quai du Pont, 69000 Lyon"
    issuer.address = "Ailleurs"
    issuer.save()
    receipt.refresh_from_db()
    assert receipt.issued_by["address"] == "3 quai du Pont, 69000 Lyon"
    assert issue_receipt(gift, Donor("Another", "x")).pk == receipt.pk
    assert numbers() == [1]


def test_only_for_money_that_stayed(issuer, make_gift, tell):
    pending, test, foreign = make_gift(), make_gift(is_test=True), make_gift(currency="USD")
    tell(test)
    Donation.objects.filter(pk=foreign.pk).update(paid_cents=20_00, state="paid")
    back = make_gift()
    tell(back)
    tell(back, "refunded", refund_ref="a")
    for gift in (pending, test, foreign, back):
        gift.refresh_from_db()
        assert not can_have_receipt(gift)
        with pytest.raises(NoReceiptForThis):
            issue_receipt(gift, ZOE)
    assert not ReceiptCounter.objects.exists()


def test_only_by_those_who_issue_themselves(issuer, make_gift, tell):
    issuer.issues_receipts = False
    issuer.save()
    gift = make_gift()
    tell(gift)
    with pytest.raises(NoReceiptsHere):
        issue_receipt(gift, ZOE)


def test_what_fails_gives_its_number_back(issuer, make_gift, tell):
    first, second = make_gift(), make_gift()
    tell(first), tell(second)
    with transaction.atomic():
        issue_receipt(first, ZOE)
        transaction.set_rollback(True)
    issue_receipt(second, ZOE)
    assert numbers() == [1]


def test_after_a_part_came_back_the_new_one_names_the_old(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    old = issue_receipt(gift, ZOE)
    tell(gift, "refunded", 5_00, refund_ref="a")
    new = issue_receipt(gift, ZOE)
    assert (new.amount_cents, new.number, new.replaces_id) == (15_00, 2, old.pk)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_leave_no_gap(issuer, make_gift, tell, mo):
    gifts = [make_gift(amount_cents=1_00 + number) for number in range(20)]
    for gift in gifts:
        tell(gift)
    at_once([lambda gift=gift: issue_receipt(gift, ZOE) for gift in gifts])
    assert numbers() == list(range(1, 21))
    assert ReceiptCounter.objects.get().last_number == 20
    cancel_receipt(Receipt.objects.get(number=7), mo, "mistake")
    at_once([lambda: issue_receipt(Receipt.objects.get(number=7).donation, ZOE)] * 8)
    assert numbers() == list(range(1, 22))


def at_once(deeds: list) -> None:
    """Do all `deeds` in threads of their own, at the same moment."""
    start, done = Barrier(len(deeds)), []

    def run(deed: object) -> None:
        start.wait()
        try:
            done.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == len(deeds)
