"""`manage.py recount` proves gifts and pages, and mends what follows from the rows."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.recount_gifts import recount_gifts
from fundraising.models import Donation, Fundraiser

pytestmark = pytest.mark.django_db


def test_what_was_tampered_with_is_found_and_mended(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser)
    tell(gift)
    assert recount_gifts(write=False).differences == []
    Donation.objects.update(paid_cents=99_00)
    Fundraiser.objects.update(total_cents=7, test_gift_count=3)
    assert len(recount_gifts(write=False).differences) == 3
    recount_gifts(write=True)
    assert recount_gifts(write=False).differences == []
    fundraiser.refresh_from_db()
    assert (fundraiser.total_cents, fundraiser.test_gift_count) == (20_00, 0)


def test_the_command_says_so(fundraiser):
    said = StringIO()
    call_command("recount", stdout=said)
    assert "0 gifts to 1 collection pages recounted." in said.getvalue()
    Fundraiser.objects.update(total_cents=7)
    with pytest.raises(CommandError):
        call_command("recount", stdout=said)
    assert fundraiser.code in said.getvalue()


def test_a_receipt_for_another_sum_than_is_left_is_cancelled(issuer, make_gift, tell):
    gift = make_gift()
    tell(gift)
    Donation.objects.update(paid_cents=99_00)
    receipt = issue_receipt(gift, Donor("Zoé", "1 rue du Potager"))
    recount_gifts(write=True)
    receipt.refresh_from_db()
    assert receipt.cancelled_at is not None
