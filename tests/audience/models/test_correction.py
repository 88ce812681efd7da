"""An origin is taken back once."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from audience.models import ActCorrection

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_once_a_day_and_origin(meter):
    values = {"meter": meter, "day": date(2026, 9, 21), "kind": "offsite", "host": "paper:1"}
    made = ActCorrection.objects.create(**values, acts=3, recorded_at=timezone.now())
    assert str(made) == "paper:1 2026-09-21 −3"
    with pytest.raises(IntegrityError):
        ActCorrection.objects.create(**values, acts=3, recorded_at=timezone.now())
