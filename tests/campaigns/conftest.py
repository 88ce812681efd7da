"""A promise that runs, and people who act for it."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from audience.domain.count_acts import Offer, count_acts
from audience.models import Meter
from campaigns.enums import PledgeState
from campaigns.models import Clause, Milestone, Organisation, Pledge

KG = 1_000


@pytest.fixture
def meter(db) -> Meter:
    return Meter.objects.create(name="Deux kilos")


@pytest.fixture
def make_pledge(meter) -> Callable[..., Pledge]:
    """Make a pledge; `clauses` and `milestones` as lists of dicts. It runs unless told otherwise."""

    def make(
        clauses: list[dict] = ({"kind": "per_act", "quantity": 2 * KG},),
        milestones: list[dict] = (),
        **values: object,
    ) -> Pledge:
        now = timezone.now()
        sponsor, _ = Organisation.objects.get_or_create(name="Coop La Fourche")
        beneficiary, _ = Organisation.objects.get_or_create(name="Épicerie du Pont")
        pledge = Pledge.objects.create(
            **{
                "meter": meter,
                "sponsor": sponsor,
                "beneficiary": beneficiary,
                "goods": "légumes",
                "cap": 40_000 * KG,
                "starts_at": now - timedelta(days=1),
                "ends_at": now + timedelta(days=30),
                "delivery_due_on": (now + timedelta(days=60)).date(),
                "state": PledgeState.ACTIVE,
                "activated_at": now,
                **values,
            }
        )
        for clause in clauses:
            Clause.objects.create(pledge=pledge, **clause)
        for milestone in milestones:
            Milestone.objects.create(pledge=pledge, **milestone)
        return pledge

    return make


@pytest.fixture
def act(meter) -> Callable[..., list]:
    """Let so many new people act on the meter; return how each act ended."""
    names = count(1)

    def act(times: int = 1, **values: object) -> list:
        offers = []
        for _ in range(times):
            name = next(names)
            defaults = {"kind": "click", "nonce": f"nonce-{name}", "person": f"person-{name}"}
            known = {"meter_key": meter.key, "received_at": timezone.now()}
            offers.append(Offer(**{**known, **defaults, "network": f"n{name}", **values}))
        return count_acts(offers)

    return act
