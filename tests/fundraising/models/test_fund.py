"""A cause to collect for, in each reader's language."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from fundraising.models import Fund

pytestmark = pytest.mark.django_db


def test_its_cause_is_named_in_the_readers_language(fund, english):
    assert fund.cause_here() == fund.cause
    with override("en"):
        assert fund.cause_here() == fund.cause
        twin = fund.cause.copy_for_translation(english)
        twin.name = "Eating well"
        twin.save()
        assert fund.cause_here() == twin


def test_one_fund_a_cause(fund):
    assert "Manger bien" in str(fund)
    with pytest.raises(IntegrityError):
        Fund.objects.create(cause=fund.cause, beneficiary=fund.beneficiary)


def test_open_ones(make_fund):
    make_fund("Clos", is_open=False)
    opened = make_fund("Ouvert")
    assert list(Fund.objects.open()) == [opened]


def test_only_an_https_address_is_a_donation_page(fund):
    for address in ("javascript:alert(1)", "http://asso.example/", "ftp://asso.example/", "x"):
        fund.donation_page = address
        with pytest.raises(ValidationError, match="donation_page"):
            fund.full_clean()
    fund.donation_page = "https://asso.example/donner"
    fund.full_clean()
