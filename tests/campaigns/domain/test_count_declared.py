"""Declared acts are acts like all others: to the cap exactly, and never twice."""

import pytest
from django.utils import timezone

from audience.models import Act, DailyTotal, Meter
from campaigns.domain import count_declared as module
from campaigns.domain.count_declared import count_declared
from campaigns.domain.decide_declaration import approve_declaration
from campaigns.domain.ledger.recount import recount
from campaigns.domain.ledger.seal import seal
from campaigns.domain.ledger.totals import published_totals
from campaigns.domain.reverse_entry import left_of
from campaigns.models import Declaration, LedgerEntry, MilestoneReached
from tests.campaigns.declared import declare
from tests.campaigns.domain.ledger.conftest import running

__all__ = ["running"]
pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def approved(meter, make_user, admin):
    def approved(acts):
        editor = make_user(f"edith{Declaration.objects.count()}", "add_declaration")
        return approve_declaration(admin, declare(editor, meter, acts))

    return approved


def test_they_stop_exactly_at_the_cap(meter, act, approved, running, monkeypatch):
    monkeypatch.setattr(module, "ACTS_AT_ONCE", 7)
    pledge = running(
        [{"kind": "per_act", "quantity": 3}],
        [{"acts": 11, "title": "Onze"}],
        cap=100,
        kinds=["click", "offsite"],
    )
    act(10)
    declaration = approved(40)
    assert count_declared() == 40
    assert count_declared() == 0
    pledge.refresh_from_db()
    assert (pledge.tally, pledge.unlocked, pledge.state) == (50, 100, "capped")
    assert MilestoneReached.objects.get().act_number == 11
    assert Act.objects.filter(host=declaration.origin, kind="offsite").count() == 40
    assert DailyTotal.objects.get(kind="offsite").count == 40
    declaration.refresh_from_db()
    assert (declaration.written, declaration.ended_at is not None) == (40, True)
    seal()
    found = recount()
    assert found.differences == []
    assert found.totals().document() == published_totals().document()
    assert all(left_of(entry) == entry.quantity for entry in LedgerEntry.objects.all())


def test_a_worker_that_stops_in_between(meter, approved, monkeypatch):
    monkeypatch.setattr(module, "ACTS_AT_ONCE", 3)
    monkeypatch.setattr(module, "PORTIONS_A_TURN", 1)
    approved(5)
    assert [count_declared() for _ in range(3)] == [3, 2, 0]
    # As if the number had been lost: names of acts stand behind it.
    Declaration.objects.update(written=0, ended_at=None)
    assert [count_declared() for _ in range(3)] == [3, 2, 0]
    assert Act.objects.count() == 5
    meter.refresh_from_db()
    assert meter.counted == 5


def test_another_worker_was_faster(approved):
    declaration = approved(5)
    count_declared()
    assert module._write_portion(declaration) == 0


def test_after_the_end_they_are_refused_and_said_to_be(meter, approved):
    approved(2)
    Meter.objects.update(closes_at=timezone.now())
    assert count_declared() == 2
    assert set(Act.objects.values_list("verdict", "reason")) == {("refused", "closed")}
