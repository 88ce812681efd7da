"""A meter, people, and a door to knock at."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from audience.domain import tokens
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


class Clock:
    """The server's clock, which a test sets: it stands still in between."""

    def __init__(self) -> None:
        self.ms = 1_790_000_000_000  # 21 September 2026, in the afternoon

    def time_ns(self) -> int:
        return self.ms * 1_000_000

    def go(self, seconds: float) -> int:
        """Set the clock forward (or back) and return what it shows, in milliseconds."""
        self.ms += round(seconds * 1000)
        return self.ms


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(tokens, "time", clock)
    return clock
