"""Gifts and what is told of them."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from fundraising.models import ProviderEvent

pytestmark = pytest.mark.django_db


def test_what_is_left(make_gift):
    gift = make_gift(paid_cents=20_00, refunded_cents=5_00)
    assert gift.net_cents == 15_00
    assert gift.get_absolute_url() == f"/don/{gift.key}/"
    assert str(gift).startswith("2000 EUR")


def test_one_row_a_telling(make_gift):
    told = {"provider": "bank", "event_id": "e", "donation": make_gift(), "kind": "paid",
            "amount_cents": 1, "occurred_at": timezone.now()}  # fmt: skip
    assert str(ProviderEvent.objects.create(**told)) == "bank e: paid"
    with pytest.raises(IntegrityError):
        ProviderEvent.objects.create(**told)
