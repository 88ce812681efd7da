"""A meter, people, and a door to knock at."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from audience.domain.count_acts import Offer
from audience.domain.people import daily_secret
from audience.models import Meter


@pytest.fixture(autouse=True)
def _forget_daily_keys():
    daily_secret.cache_clear()


@pytest.fixture
def meter(db) -> Meter:
    return Meter.objects.create(name="Deux kilos")


@pytest.fixture
def offer(meter) -> Callable[..., Offer]:
    """Make an act of somebody new: `offer(person="zoe")` is Zoé's."""
    names = count(1)

    def offer(**values: object) -> Offer:
        number = next(names)
        return Offer(
            **{
                "meter_key": meter.key,
                "kind": "click",
                "received_at": timezone.now(),
                "nonce": f"nonce-{number}",
                "person": f"person-{number}",
                "network": f"network-{number}",
                **values,
            }
        )

    return offer


@pytest.fixture
def tomorrow():
    return timezone.now() + timedelta(days=1)
