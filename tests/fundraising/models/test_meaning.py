"""Meanings of amounts hold from a day until a day."""

from datetime import date

import pytest

from fundraising.models import Meaning


@pytest.mark.django_db
def test_until_its_last_day(fund):
    one = Meaning.objects.create(
        fund=fund, amount_cents=10_00, words="5 kg", starts_on=date(2026, 1, 1),
        ends_on=date(2026, 1, 31),
    )  # fmt: skip
    found = [day for day in (31, 1) if Meaning.objects.on(date(2026, 1, day)).exists()]
    assert found == [31, 1]
    assert not Meaning.objects.on(date(2026, 2, 1)).exists()
    assert not Meaning.objects.on(date(2025, 12, 31)).exists()
    assert one.words_in("en") == "5 kg"
    one.words_en = "11 lb"
    assert [one.words_in(language) for language in ("fr", "en")] == ["5 kg", "11 lb"]
    assert str(one) == "1000: 5 kg"
