"""Amounts with what they make possible, as long as that holds."""

from datetime import date, timedelta

import pytest

from fundraising.domain.offer_amounts import offered_amounts
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


def test_without_meanings_plain_amounts(fund):
    assert [cents for cents, _words in offered_amounts(fund, DAY, "fr")] == ["1000", "2000", "5000"]
