"""A warning is a row: one for an organisation and a year."""

import pytest
from django.db import IntegrityError, transaction

from fundraising.models import GiftWarning

pytestmark = pytest.mark.django_db


def test_one_a_year(fund):
    values = {"organisation": fund.beneficiary, "year": 2026, "sum_cents": 1}
    assert "2026" in str(GiftWarning.objects.create(**values))
    with pytest.raises(IntegrityError), transaction.atomic():
        GiftWarning.objects.create(**values)
