"""What is kept for each day."""

from datetime import date

import pytest
from django.db import IntegrityError

from audience.models import DailyKey, DailyTotal
from audience.models.daily import new_daily_secret

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

DAY = date(2026, 9, 21)


def test_secrets_are_random_and_long():
    assert len({new_daily_secret() for _ in range(100)}) == 100
    assert len(new_daily_secret()) == 32


def test_a_key_per_day():
    key = DailyKey.objects.create(day=DAY)
    assert bytes(DailyKey.objects.get(day=DAY).secret) == key.secret
    assert str(key) == "2026-09-21"
    with pytest.raises(IntegrityError):
        DailyKey.objects.create(day=DAY)


def test_a_total_per_day_kind_host_and_end(meter):
    values = {"meter": meter, "day": DAY, "kind": "click", "verdict": "refused", "reason": "bot"}
    total = DailyTotal.objects.create(**values, count=3)
    DailyTotal.objects.create(**values, host="blog")
    assert str(total) == "2026-09-21 click refused bot: 3"
    with pytest.raises(IntegrityError):
        DailyTotal.objects.create(**values)
