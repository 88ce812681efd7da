"""Each change of a pledge's state is announced once, in the transaction that makes it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.domain import give
from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.announce import announce
from campaigns.domain.close_pledges import close_pledges
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Milestone, MilestoneReached, Pledge
from tests.campaigns.conftest import KG, proof

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def events(*pledges: Pledge) -> list[tuple[str, int]]:
    found = Announcement.objects.filter(pledge__in=pledges) if pledges else Announcement.objects
    return list(found.order_by("pk").values_list("event", "quantity"))


def test_a_promise_from_its_beginning_to_its_end(signed, act, admin, receiver):
    pledge = signed(milestones=[{"acts": 2, "title": "Deux"}], cap=6 * KG)
    activate_pledge(admin, pledge)
    act(5)
    Pledge.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    for _ in range(2):
        close_pledges()
    for quantity in (2 * KG, 4 * KG):
        report = Report(quantity, timezone.localdate(), "Lille", proof())
        confirm_delivery(receiver, pledge, report)
    assert events() == [
        ("activated", 6 * KG),
        ("milestone", 6 * KG),
        ("capped", 6 * KG),
        ("expired", 6 * KG),
        ("delivered", 2 * KG),
        ("delivered", 4 * KG),
        ("settled", 6 * KG),
    ]


def test_late_then_broken(make_pledge):
    pledge = make_pledge(unlocked=9, delivered=2)
    for days in (62, 62, 155, 155):
        close_pledges(timezone.now() + timedelta(days=days))
    assert events(pledge) == [("late", 7), ("broken", 7)]


def test_an_amendment_is_one_piece_of_news(make_pledge, act, admin):
    old = make_pledge(milestones=[{"acts": 1, "title": "Un"}], sponsor_signed_by="Léa")
    act(1)
    new = amend_pledge(admin, old)
    Pledge.objects.filter(pk=new.pk).update(sponsor_signed_by="Léa", beneficiary_signed_by="Omar")
    activate_pledge(admin, Pledge.objects.get(pk=new.pk))
    act(3)
    assert events() == [("milestone", 2 * KG), ("amended", new.cap)]


def test_nothing_is_announced_of_what_did_not_happen(make_pledge, act, monkeypatch):
    make_pledge(milestones=[{"acts": 1, "title": "Un"}])

    def fail(*args, **kwargs):
        raise RuntimeError("killed before the commit")

    monkeypatch.setattr("audience.domain.count_acts.insert_acts", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        act(1)
    assert events() == []
    assert not MilestoneReached.objects.exists()


def test_announcing_twice_is_announcing_once(make_pledge):
    pledge = make_pledge(milestones=[{"acts": 1, "title": "Un"}, {"acts": 2, "title": "Deux"}])
    for _ in range(2):
        for milestone in pledge.milestones.all():
            announce(pledge, NewsEvent.MILESTONE, milestone=milestone)
        announce(pledge, NewsEvent.LATE)
    assert len(events()) == 3


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(st.integers(1, 5), min_size=1, max_size=6),
    marks=st.sets(st.integers(1, 20), max_size=5),
)
def test_every_milestone_that_was_reached_has_one_announcement(make_pledge, act, steps, marks):
    pledge = make_pledge(milestones=[{"acts": acts, "title": str(acts)} for acts in marks])
    give._contract.cache_clear()
    for step in steps:
        act(step)
    reached = Milestone.objects.filter(pledge=pledge, reached__isnull=False)
    told = Announcement.objects.filter(pledge=pledge).values_list("milestone", flat=True)
    assert sorted(told) == sorted(reached.values_list("pk", flat=True))
    assert reached.count() == sum(acts <= sum(steps) for acts in marks)
    Pledge.objects.filter(pk=pledge.pk).update(state="expired")
