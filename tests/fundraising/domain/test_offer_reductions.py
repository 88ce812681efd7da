"""Taxes are spoken of only where the receiver declared that gifts reduce them."""

from datetime import date

import pytest

from fundraising.domain.offer_reductions import offered_reductions
from fundraising.enums import TaxScheme
from fundraising.models import TaxStanding

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 29)


def test_only_where_it_was_declared(fund):
    assert offered_reductions(fund, [20_00], DAY) == {}
    TaxStanding.objects.create(organisation=fund.beneficiary, scheme=TaxScheme.NEED)
    found = offered_reductions(fund, [20_00, 3_000_00], DAY)
    assert [one.cost_cents for one in found["costs"]] == [5_00, 840_00]
    assert offered_reductions(fund, [20_00], date(2010, 1, 1)) == {}
