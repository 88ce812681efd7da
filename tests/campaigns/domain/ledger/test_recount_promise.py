"""Which acts count for which version, and what its contract makes of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Act
from campaigns.domain.ledger.recount_promise import (
    acts_of,
    promises_in,
    recount_promise,
    total_gifts,
)
from campaigns.domain.reverse_entry import reverse_entry
from campaigns.models import Pledge

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_versions_of_a_promise_stand_together(make_pledge):
    first, other = make_pledge(), make_pledge()
    second = make_pledge(replaces=first, version=2)
    third = make_pledge(replaces=second, version=3)
    assert promises_in([third, other, second, first]) == [[other], [first, second, third]]


def test_acts_of_its_kinds_while_it_ran(running, act):
    pledge = running(kinds=["click"])
    act(1)
    act(1, kind="view")
    act(1, received_at=timezone.now() - timedelta(hours=1))
    assert acts_of(pledge, None).count() == 1
    successor = Pledge(activated_at=timezone.now() - timedelta(hours=1))
    assert acts_of(pledge, successor).count() == 0


def test_an_act_let_through_after_the_end_unlocks_nothing(running, act):
    pledge = running()
    act(2)
    Act.objects.filter(number=2).update(decided_at=pledge.ends_at)
    assert acts_of(pledge, None).count() == 1


def test_gifts_noted_on_acts_are_added_up(running, act, meter):
    one, two = running(cap=5_000), running([{"kind": "per_act", "quantity": 1}])
    act(4)
    assert total_gifts(meter) == {one.pk: 5_000, two.pk: 4}


def test_what_the_team_took_back_stays_taken_back(running, act, admin):
    pledge = running()
    act(2)
    Pledge.objects.update(state="expired", ends_at=timezone.now())
    reverse_entry(admin, pledge.entries.get(kind="unlocked"), "Pas livrable", 1_500)
    pledge.refresh_from_db()
    [found] = recount_promise([pledge], total_gifts(pledge.meter))
    assert found.agrees
    assert (found.totals.tally, found.totals.unlocked) == (2, 2_500) == (2, pledge.unlocked)
