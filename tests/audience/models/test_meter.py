"""Meters."""

import re

import pytest
from django.db import IntegrityError

from audience.models import Meter
from audience.models.meter import new_meter_key

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_keys_cannot_be_guessed():
    keys = {new_meter_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(re.fullmatch("[0-9a-f]{16}", key) for key in keys)


def test_a_key_names_one_meter(meter):
    with pytest.raises(IntegrityError):
        Meter.objects.create(name="Autre", key=meter.key)


def test_what_was_taken_back_keeps_its_numbers():
    assert Meter(counted=3, refused=2, taken_back=2).last_number == 5


def test_all_that_was_received():
    assert Meter(counted=3, refused=2, to_verify=1).received == 6
    assert str(Meter(name="Deux kilos")) == "Deux kilos"
