"""Fees on top of a gift: the least amount that leaves the whole gift, for every cent."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.cover_fees import amount_covering, fee_of, offered_fees
from fundraising.domain.euros import euros, read_cents, typed
from fundraising.gateways.payments import Fee

DAY = date(2026, 11, 29)
USUAL = Fee(DAY, 150, 25)
FEES = st.builds(Fee, st.just(DAY), st.integers(0, 1_000), st.integers(0, 100))


@pytest.mark.parametrize(
    ("gift", "amount"), [(20_00, 20_56), (10_00, 10_41), (1, 26), (1_000_00, 1_015_48)]
)
def test_sums(gift, amount):
    assert amount_covering(gift, USUAL) == amount
    assert amount - fee_of(amount, USUAL) >= gift


def test_every_cent_from_one_to_a_thousand_euros():
    for cents in range(1, 1_000_00 + 1):
        assert read_cents(typed(cents)) == cents
        assert read_cents(euros(cents, "fr")) == cents
        amount = amount_covering(cents, USUAL)
        assert amount - fee_of(amount, USUAL) >= cents
        assert amount - 1 - fee_of(amount - 1, USUAL) < cents


@given(st.integers(1, 50_000_00), FEES)
def test_never_a_cent_too_little_or_too_much(cents, fee):
    amount = amount_covering(cents, fee)
    assert amount - fee_of(amount, fee) >= cents
    assert amount - 1 - fee_of(amount - 1, fee) < cents


@pytest.mark.django_db
def test_offered_where_the_provider_takes_one(fund, settings):
    assert offered_fees(fund, 20_00, DAY) == {}
    settings.TEST_GIFTS = "hidden"
    fund.provider = "test"
    assert offered_fees(fund, 20_00, DAY)["fee_with"] == 20_56
    assert offered_fees(fund, 20_00, date(2020, 1, 1)) == {}
