"""Amounts with what they make possible, as long as that holds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from fundraising.domain.offer_amounts import meaning_of, offered_amounts
from fundraising.models import Meaning

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def test_dated(fund):
    Meaning.objects.create(
        fund=fund, amount_cents=20_00, words="10 kg", words_en="22 lb", starts_on=DAY
    )
    late = DAY - timedelta(days=1)
    Meaning.objects.create(
        fund=fund, amount_cents=10_00, words="6 kg", starts_on=late, ends_on=late
    )
    assert offered_amounts(fund, DAY, "fr") == [("2000", "20\u00a0€ = 10 kg")]
    assert offered_amounts(fund, DAY, "en") == [("2000", "€20 = 22 lb")]
    assert offered_amounts(fund, late, "en") == [("1000", "€10 = 6 kg")]


def test_what_a_gift_makes_possible(fund, make_page_of, make_gift):
    Meaning.objects.create(fund=fund, amount_cents=20_00, words="10 kg", starts_on=DAY)
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    paid = {"page": make_page_of(), "state": "paid", "paid_at": noon}
    gift = make_gift(**paid, amount_cents=20_56, paid_cents=20_56, covered_cents=56)
    assert meaning_of(gift, "fr") == "20\u00a0€ = 10 kg"
    for other in ({"paid_cents": 21_00}, {"paid_at": noon - timedelta(days=9)},
                  {"currency": "CHF"}, {"refunded_cents": 1_00}, {"paid_at": None}):  # fmt: skip
        assert meaning_of(make_gift(**paid | {"paid_cents": 20_00} | other), "fr") == ""


def test_without_meanings_plain_amounts(fund):
    assert [cents for cents, _words in offered_amounts(fund, DAY, "fr")] == ["1000", "2000", "5000"]
