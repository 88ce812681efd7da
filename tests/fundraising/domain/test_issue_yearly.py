"""One receipt a donor and year: asked for once, by many, killed midway; without a gap, exact."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from django.conf import settings as settings_of_django
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audience.models import Mail
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.issue_yearly import ask_for_year, issue_for, issue_year, issue_years
from fundraising.domain.receipt_facts import MOST_DAYS, receipt_facts
from fundraising.domain.reissue_receipt import reissue_receipt
from fundraising.domain.wish_receipt import wish_receipt
from fundraising.models import Donation, Receipt, ReceiptCounter, ReceiptLine, ReceiptWish
from fundraising.refusals import NoReceiptForThis, NoReceiptsHere, YearNotOver
from tests.fundraising.domain.test_receive_event import at_once

pytestmark = pytest.mark.django_db
ZOE = Donor("Zoé Poireau", "1 rue du Potager\n75011 Paris", email="zoe@example.org")
YEAR = timezone.localdate().year - 1


def day(month: int = 3, year: int = YEAR) -> datetime:
    return timezone.make_aware(datetime(year, month, 5, 12))  # noqa: DTZ001


@pytest.fixture
def give(issuer, make_gift, tell):
    """A gift of real money, paid on a day of last year, under a donor's wish."""

    def give(donor: Donor | None = ZOE, cents: int = 20_00, at: datetime | None = None, **values):
        gift = make_gift(amount_cents=cents, **values)
        tell(gift, occurred_at=at or day())
        gift.refresh_from_db()
        if donor:
            wish_receipt(issuer, donor, gift)
        gift.refresh_from_db()
        return gift

    return give


def numbers() -> list[int]:
    return sorted(Receipt.objects.values_list("number", flat=True))


def donor(number: int) -> Donor:
    return Donor(f"Donor {number}", "x", email=f"d{number}@example.org")


def test_all_gifts_of_a_donor_in_one_and_no_other(issuer, give):
    first, second = give(), give(cents=12_50, at=day(11))
    alone = give(None)
    give(cents=99_00, at=day(year=YEAR - 1))
    give(donor(1))
    give(is_test=True)
    run = ask_for_year(issuer, YEAR, None)
    assert (issue_year(run), issue_year(run), issue_years()) == (2, 0, 0)
    receipt = Receipt.objects.get(donor_name="Zoé Poireau")
    assert (receipt.amount_cents, receipt.gift_year, receipt.donation) == (32_50, YEAR, None)
    assert set(receipt.lines.values_list("donation", flat=True)) == {first.pk, second.pk}
    assert not ReceiptLine.objects.filter(donation=alone).exists()
    assert numbers() == [1, 2]
    assert Mail.objects.filter(email="zoe@example.org").count() == 1


def test_what_it_says(issuer, give):
    give(), give(cents=12_50, at=day(11))
    ask_for_year(issuer, YEAR, None)
    issue_years()
    lines = dict(receipt_facts(Receipt.objects.get()).blocks[2][1])
    assert "trente-deux euros et cinquante centimes" in lines.values()
    days = lines[f"Versements de {YEAR}"]
    assert days == f"5 mars {YEAR} (20\u00a0€), 5 novembre {YEAR} (12,50\u00a0€)"
    for _ in range(MOST_DAYS):
        give(cents=1_00)
    issue_years()
    lines = dict(receipt_facts(Receipt.objects.valid().get()).blocks[2][1])
    assert f"{MOST_DAYS + 2} versements" in lines[f"Versements de {YEAR}"]


def test_a_gift_receipted_by_itself_stands_on_no_other(issuer, give):
    issue_receipt(give(), ZOE)
    give(cents=5_00)
    ask_for_year(issuer, YEAR, None)
    assert issue_years() == 1
    assert Receipt.objects.get(gift_year=YEAR).amount_cents == 5_00


def test_a_refund_cancels_and_the_next_run_issues_what_is_left(issuer, give, tell):
    first, second = give(), give(cents=12_50)
    ask_for_year(issuer, YEAR, None)
    issue_years()
    tell(first, "refunded", 5_00, refund_ref="a")
    old = Receipt.objects.get()
    assert old.cancel_reason == "refund"
    assert issue_years() == 1
    new = Receipt.objects.valid().get()
    assert (new.amount_cents, new.number, new.replaces) == (27_50, 2, old)
    for gift in (first, second):
        tell(gift, "refunded", 99_00, refund_ref="b")
    assert (issue_years(), Receipt.objects.valid().count()) == (0, 0)


def test_a_gift_wished_for_late_joins_the_others(issuer, give):
    give()
    ask_for_year(issuer, YEAR, None)
    issue_years()
    give(cents=3_00)
    assert issue_years() == 1
    new = Receipt.objects.valid().get()
    assert (new.amount_cents, new.replaces.cancel_reason) == (23_00, "more")


def test_months_are_never_receipted_one_by_one(issuer, give, make_order):
    order = make_order()
    month = give(None, recurring=order, instalment_ref="in_1")
    with pytest.raises(NoReceiptForThis):
        issue_receipt(month, ZOE)
    wish_receipt(issuer, ZOE, order)
    ask_for_year(issuer, YEAR, None)
    assert issue_years() == 1
    issuer.receipts_yearly = True
    issuer.save()
    with pytest.raises(NoReceiptForThis):
        issue_receipt(give(None), ZOE)


def test_only_years_that_are_over_of_those_who_issue(issuer):
    with pytest.raises(YearNotOver):
        ask_for_year(issuer, YEAR + 1, None)
    run = ask_for_year(issuer, YEAR, None)
    issuer.issues_receipts = False
    issuer.save()
    assert issue_year(run) == 0
    with pytest.raises(NoReceiptsHere):
        ask_for_year(issuer, YEAR, None)


def test_issued_anew_for_who_was_misspelt(issuer, give, mo):
    give(), give()
    ask_for_year(issuer, YEAR, None)
    issue_years()
    old = Receipt.objects.get()
    right = Donor("Zoé Poireaux", ZOE.address, email=ZOE.email)
    new = reissue_receipt(old, mo, right, "mistake", "")
    assert (new.donor_name, new.amount_cents, new.replaces) == ("Zoé Poireaux", 40_00, old)
    assert issue_years() == 0
    assert numbers() == [1, 2]


def test_killed_midway_it_goes_on(issuer, give):
    for number in range(5):
        give(donor(number))
    run = ask_for_year(issuer, YEAR, None)
    wishes = list(ReceiptWish.objects.order_by("pk"))
    issue_for(issuer, wishes[0].pk, YEAR)
    with transaction.atomic():
        issue_for(issuer, wishes[1].pk, YEAR)
        transaction.set_rollback(True)
    assert issue_year(run) == 4
    assert numbers() == [1, 2, 3, 4, 5]


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_twenty_runs_at_once_leave_no_gap_and_no_double(issuer, give):
    for number in range(12):
        give(donor(number)), give(donor(number), 1_00 + number)
    run = ask_for_year(issuer, YEAR, None)
    at_once([lambda: issue_year(run)] * 20)
    assert numbers() == list(range(1, 13))
    assert ReceiptCounter.objects.get().last_number == 12
    assert Receipt.objects.valid().count() == 12
    assert ReceiptLine.objects.filter(holds=True).count() == 24


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_refunds_and_runs_at_once_agree(issuer, give, tell):
    gifts = [give(cents=10_00 + number) for number in range(6)]
    run = ask_for_year(issuer, YEAR, None)
    back = [lambda gift=gift: tell(gift, "refunded", 1_00, refund_ref="a") for gift in gifts]
    at_once(back + [lambda: issue_year(run)] * 6)
    issue_year(run)
    receipt = Receipt.objects.valid().get()
    assert receipt.amount_cents == sum(9_00 + number for number in range(6))
    assert numbers() == list(range(1, receipt.number + 1))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 1_000_00), st.integers(0, 1_000_00)),
        max_size=8,
    )
)
def test_sums_are_those_of_the_gifts(issuer, give, tell, story):
    ReceiptLine.objects.all().delete()
    Receipt.objects.all().delete()
    Donation.objects.update(receipt_wish=None)
    for number, cents, back in story:
        gift = give(donor(number), cents)
        if back:
            tell(gift, "refunded", back, refund_ref="a", occurred_at=day() + timedelta(days=1))
    ask_for_year(issuer, YEAR, None)
    issue_years()
    given = sum(gift.net_cents for gift in Donation.objects.exclude(receipt_wish=None))
    assert sum(Receipt.objects.values_list("amount_cents", flat=True)) == given
    assert sum(ReceiptLine.objects.values_list("amount_cents", flat=True)) == given
    assert issue_years() == 0


DIES_IN_THE_THIRD = """
import os, signal
from fundraising.domain import issue_yearly
write, written = issue_yearly.write_receipt, []
def dying(*args, **values):
    written.append(write(*args, **values))
    if len(written) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return written[-1]
issue_yearly.write_receipt = dying
issue_yearly.issue_years()
"""


def address_of_this_database() -> str:
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return (
        f"postgres://{quote(told['USER'])}:{quote(told['PASSWORD'])}"
        f"@{quote(told['HOST'], safe='')}:{told['PORT']}/{told['NAME']}"
    )


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_with_a_number_in_its_hand_leaves_no_gap(issuer, give):
    for number in range(6):
        give(donor(number))
    ask_for_year(issuer, YEAR, None)
    killed = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", DIES_IN_THE_THIRD],
        cwd=settings_of_django.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address_of_this_database()},
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()[-500:]
    assert numbers() == [1, 2]
    assert issue_years() == 4
    assert numbers() == [1, 2, 3, 4, 5, 6]
    assert Mail.objects.count() == 6
