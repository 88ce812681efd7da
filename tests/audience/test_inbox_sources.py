"""Acts to verify wait by campaign, since the oldest of them came."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.inbox_sources import ACTS
from audience.models import Act, Meter

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def make_act(meter):
    def make(hours: int, verdict: str = "to_verify", **values) -> Act:
        received_at = NOW - timedelta(hours=hours)
        known = {"meter": meter, "kind": "click", "day": received_at.date()}
        known |= {"nonce": f"n{hours}{verdict}", "received_at": received_at, "verdict": verdict}
        return Act.objects.create(**known | values)

    return make


def test_one_entry_a_campaign(meter, make_act):
    Meter.objects.create(name="Rien à voir")
    later = Meter.objects.create(name="Trois kilos", to_verify=1)
    Meter.objects.filter(pk=meter.pk).update(to_verify=2)
    make_act(9, verdict="counted")
    make_act(5)
    make_act(3)
    assert list(ACTS.waiting()) == [meter, later]
    entry = ACTS.entry(ACTS.waiting()[0])
    assert (entry.key, entry.since) == (str(meter.pk), NOW - timedelta(hours=5))
    assert ("2" in entry.title, "Deux kilos" in entry.title) == (True, True)
    # A total without its rows: it waits from now on.
    assert NOW - ACTS.entry(ACTS.waiting()[1]).since < timedelta(minutes=1)


def test_whose_work_it_is(make_user):
    assert ACTS.may_see(make_user("mo", "audience.change_act"))
    assert not ACTS.may_see(make_user("ana"))
