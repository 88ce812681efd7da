"""Counted acts unlock what the contract says: no less, no more, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Act
from campaigns.domain.give import takes
from campaigns.enums import PledgeState
from campaigns.models import LedgerEntry, MilestoneReached
from tests.campaigns.conftest import KG

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_one_act_moves_the_pledge_by_exactly_its_quantity(make_pledge, act):
    pledge = make_pledge()
    [outcome] = act()
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (1, 2 * KG)
    assert outcome.gifts == Act.objects.get().gifts == [[pledge.pk, 2 * KG]]
    entry = LedgerEntry.objects.get()
    assert (entry.quantity, entry.tally_from, entry.tally_to) == (2 * KG, 1, 1)


def test_units_stop_exactly_at_the_cap_and_voices_go_on(make_pledge, act):
    pledge = make_pledge(cap=5 * KG)
    gifts = [sum(quantity for _, quantity in outcome.gifts) for outcome in act(5)]
    assert gifts == [2 * KG, 2 * KG, 1 * KG, 0, 0]
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked, pledge.state) == (5, 5 * KG, PledgeState.CAPPED)
    act(1)
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (6, 5 * KG)


def test_the_threshold_unlocks_once(make_pledge, act):
    terms = [{"kind": "base", "quantity": 110}, {"kind": "threshold", "quantity": 40, "acts": 3}]
    pledge = make_pledge(terms, [{"acts": 3, "title": "Quarante !"}], cap=150, unlocked=110)
    outcomes = act(4)
    assert [outcome.gifts for outcome in outcomes] == [[], [], [[pledge.pk, 40]], []]
    act(2)
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked) == (6, 150)
    assert MilestoneReached.objects.get().act_number == 3
    assert LedgerEntry.objects.get().quantity == 40


def test_only_acts_of_its_kinds_and_days(make_pledge, act):
    now = timezone.now()
    pledge = make_pledge(kinds=["view"], ends_at=now + timedelta(hours=1))
    act(1, kind="click")
    act(1, kind="view", received_at=now + timedelta(hours=1))
    act(1, kind="view", received_at=now - timedelta(days=2))
    act(1, kind="view")
    pledge.refresh_from_db()
    assert pledge.tally == 1


@pytest.mark.parametrize(
    "state", [state for state in PledgeState if state not in ("active", "capped")]
)
def test_a_pledge_that_does_not_run_gives_nothing(make_pledge, act, state):
    pledge = make_pledge(state=state)
    [outcome] = act()
    pledge.refresh_from_db()
    assert (outcome.gifts, pledge.tally, outcome.verdict) == ([], 0, "counted")


def test_two_sponsors_give_side_by_side(make_pledge, act):
    one, two = make_pledge(), make_pledge([{"kind": "per_act", "quantity": 3}], unit="item", cap=9)
    [outcome] = act()
    assert outcome.gifts == [[one.pk, 2 * KG], [two.pk, 3]]


def test_what_acts_would_move_anything(make_pledge, meter):
    assert not takes(meter, "click")
    pledge = make_pledge(meter=meter)
    assert takes(meter, "click")
    assert not takes(meter, "offsite")
    make_pledge(meter=meter, kinds=["offsite"], state=PledgeState.EXPIRED)
    assert not takes(meter, "offsite")
    pledge.ends_at = timezone.now()
    pledge.save()
    assert not takes(meter, "click")
