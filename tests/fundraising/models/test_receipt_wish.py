"""A donor as the tax office knows them, and a year that was asked for."""

import pytest
from django.db import IntegrityError

from fundraising.models import ReceiptRun, ReceiptWish
from fundraising.models.receipt_wish import identity_of

pytestmark = pytest.mark.django_db


def test_one_wish_a_donor_and_one_run_a_year(issuer):
    values = {"organisation": issuer.organisation, "identity": "x", "donor_name": "Zoé"}
    assert "Zoé" in str(ReceiptWish.objects.create(**values))
    run = ReceiptRun.objects.create(organisation=issuer.organisation, year=2025)
    assert "2025" in str(run)
    with pytest.raises(IntegrityError):
        ReceiptWish.objects.create(**values)


def test_a_company_is_somebody_else():
    person = identity_of("Zoé", "x", False, "zoe@example.org")
    assert person != identity_of("Zoé", "x", True, "zoe@example.org")
    assert len(person) == 64
