"""The clock closes what is over and names what is late."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campaigns.domain.close_pledges import close_pledges
from campaigns.models import Pledge
from portal.clock import CHORES

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_from_running_to_broken(make_pledge):
    pledge, forever = (
        make_pledge(unlocked=9),
        make_pledge(ends_at=timezone.now() + timedelta(days=999)),
    )
    states = []
    for moment in (
        pledge.ends_at - timedelta(minutes=1),
        pledge.ends_at,
        pledge.ends_at + timedelta(days=32),
        pledge.ends_at + timedelta(days=130),
    ):
        close_pledges(moment)
        assert close_pledges(moment) == 0
        pledge.refresh_from_db()
        states.append(pledge.state)
    assert states == ["active", "expired", "late", "broken"]
    assert pledge.closed_at == pledge.ends_at
    forever.refresh_from_db()
    assert forever.state == "active"
    logged = ModelLogEntry.objects.filter(object_id=str(pledge.pk)).order_by("pk")
    assert [entry.action for entry in logged] == [
        "campaigns.pledge.expired",
        "campaigns.pledge.late",
        "campaigns.pledge.broken",
    ]


def test_what_is_delivered_is_kept(make_pledge, meter):
    pledge = make_pledge(unlocked=9, delivered=9)
    assert close_pledges(pledge.ends_at) == 1
    assert Pledge.objects.get().state == "settled"
    meter.refresh_from_db()
    assert meter.version == 1


def test_the_clock_does_it():
    assert close_pledges in [chore.run for chore in CHORES]
