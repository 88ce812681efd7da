"""What stays of a programme: the replay's places, what was unlocked meanwhile, the next date."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.models import Meter
from campaigns.enums import EntryKind, Unit
from campaigns.models import LedgerEntry, Milestone, MilestoneReached, Organisation, Pledge
from live.domain.show_aftermath import show_aftermath
from live.domain.show_programme import show_programme
from live.models import Run

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def past():
    return timezone.now() - timedelta(days=2)


@pytest.fixture
def live_page(make_live, past):
    return make_live(starts_at=past)


@pytest.fixture
def run(live_page, past):
    return Run.objects.create(programme=live_page, started_at=past, ended_at=past + HOUR)


@pytest.fixture
def pledge(db, past):
    sponsor = Organisation.objects.create(name="Coop")
    return Pledge.objects.create(
        meter=Meter.objects.create(name="Deux kilos"),
        sponsor=sponsor,
        beneficiary=sponsor,
        unit=Unit.GRAM,
        goods="légumes",
        cap=10_000_000,
        state="active",
        starts_at=past - HOUR,
        ends_at=past + timedelta(days=30),
        delivery_due_on=(past + timedelta(days=60)).date(),
    )


def test_what_was_unlocked_while_it_went_on(live_page, run, pledge, past):
    def write(kind, quantity, at, **values):
        LedgerEntry.objects.create(
            pledge=pledge, kind=kind, quantity=quantity, unit=Unit.GRAM, recorded_at=at, **values
        )

    write(EntryKind.UNLOCKED, 50_000, past - HOUR)
    write(EntryKind.UNLOCKED, 7_000, past)
    write(EntryKind.UNLOCKED, 5_000, past + HOUR)
    write(EntryKind.REVERSED, 2_000, past + HOUR / 2, reverses=EntryKind.UNLOCKED)
    write(EntryKind.DELIVERED, 4_000, past + HOUR / 2)
    write(EntryKind.UNLOCKED, 90_000, past + 2 * HOUR)
    milestone = Milestone.objects.create(pledge=pledge, acts=5, title="Une cagette")
    MilestoneReached.objects.create(milestone=milestone, act_number=5, reached_at=past)
    found = show_aftermath(live_page, show_programme(live_page), pledge.meter)
    assert [gift.replace("\u00a0", " ") for gift in found.gifts] == ["10 kg de légumes"]
    assert found.milestones == ["Une cagette"]


def test_the_next_one(live_page, run, make_live):
    show = show_programme(live_page)
    assert show_aftermath(live_page, show, None).following is None
    following = make_live("Le prochain")
    make_live("Plus tard", starts_at=timezone.now() + timedelta(days=60))
    assert show_aftermath(live_page, show, None).following == following


def test_without_a_run_nothing_happened(live_page, pledge):
    found = show_aftermath(live_page, show_programme(live_page), pledge.meter)
    assert (found.gifts, found.milestones) == ([], [])
