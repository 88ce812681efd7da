"""What a gift gives back: the law's own examples, and no cent lost for any amount."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.reduce_tax import reduce_for_company, reduce_for_person
from fundraising.domain.tax_rules import company_rule, person_rule

DAY = date(2026, 11, 29)
RULE, COMPANY = person_rule(DAY), company_rule(DAY)


@pytest.mark.parametrize(
    ("cents", "is_for_need", "income", "back", "later"),
    [
        (100_00, False, None, 66_00, 0),
        (500_00, True, None, 375_00, 0),
        # The example of service-public.fr: 2,200 € make 1,500 + 132.
        (2_200_00, True, None, 1_632_00, 0),
        (3_000_00, False, 10_000_00, 1_320_00, 1_000_00),
        (2_500_00, True, 0, 1_500_00, 500_00),
        (1, False, None, 0, 0),
        (3, True, None, 2, 0),
    ],
)
def test_people(cents, is_for_need, income, back, later):
    found = reduce_for_person(cents, RULE, is_for_need=is_for_need, income_cents=income)
    assert (found.reduction_cents, found.later_cents) == (back, later)
    assert found.cost_cents == cents - back


def test_the_ceiling_of_the_day_of_the_gift():
    before = reduce_for_person(2_000_00, person_rule(date(2025, 10, 13)), is_for_need=True)
    assert before.reduction_cents == 750_00 + 660_00


@pytest.mark.parametrize(
    ("cents", "is_for_need", "turnover", "back", "later"),
    [
        (1_000_00, False, None, 600_00, 0),
        (30_000_00, False, None, 12_000_00, 10_000_00),
        (30_000_00, False, 10_000_000_00, 18_000_00, 0),
        (3_000_000_00, False, 1_000_000_000_00, 1_600_000_00, 0),
        (3_000_000_00, True, 1_000_000_000_00, 1_800_000_00, 0),
    ],
)
def test_companies(cents, is_for_need, turnover, back, later):
    found = reduce_for_company(cents, COMPANY, is_for_need=is_for_need, turnover_cents=turnover)
    assert (found.reduction_cents, found.later_cents) == (back, later)


@given(st.integers(1, 10_000_00), st.booleans(), st.none() | st.integers(0, 100_000_00))
def test_every_cent_is_somewhere(cents, is_for_need, income):
    found = reduce_for_person(cents, RULE, is_for_need=is_for_need, income_cents=income)
    assert sum(part.amount_cents for part in found.parts) + found.later_cents == cents
    assert found.reduction_cents + found.cost_cents == cents
    assert 0 <= found.reduction_cents <= cents * 75 // 100
