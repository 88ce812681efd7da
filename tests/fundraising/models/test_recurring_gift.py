"""A monthly gift and what was told of it."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from fundraising.models import RecurringEvent

pytestmark = pytest.mark.django_db


def test_while_it_goes_on_it_can_be_stopped(make_order):
    order = make_order(state="active")
    assert order.goes_on
    assert not order.is_stopping
    order.stop_asked_at = timezone.now()
    assert order.is_stopping
    order.state = "ended"
    assert not order.goes_on
    assert not order.is_stopping
    assert order.key in order.get_absolute_url()
    assert str(order).startswith("1000 EUR")


def test_a_telling_is_kept_once(make_order):
    values = {"provider": "bank", "event_id": "e", "kind": "started"}
    values |= {"recurring": make_order(), "occurred_at": timezone.now()}
    assert "started" in str(RecurringEvent.objects.create(**values))
    with pytest.raises(IntegrityError):
        RecurringEvent.objects.create(**values)
