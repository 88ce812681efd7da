"""The demo's contracts compute, and the first stands one act before its milestone."""

from dataclasses import replace

import pytest
from django.utils import timezone

from audience.models import Act
from campaigns.enums import PledgeState
from campaigns.models import Announcement, Organisation, Pledge
from portal.demo import promises
from portal.demo.promises import PROMISES, make_promises

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(make_campaign, admin, monkeypatch):
    few = tuple(replace(text, acts=min(text.acts, 80)) for text in PROMISES)
    monkeypatch.setattr(promises, "PROMISES", few)
    who = {
        "sponsor": Organisation.objects.create(name="Donne"),
        "beneficiary": Organisation.objects.create(name="Reçoit"),
    }
    pages = {text.campaign: make_campaign(text.campaign, **who) for text in PROMISES}
    make_promises(admin, pages)
    return Pledge.objects.get(meter=pages["deux-kilos"].meter)


def test_the_acts_of_the_last_weeks(made):
    assert (made.state, made.tally) == (PledgeState.ACTIVE, 80)
    assert made.unlocked == 110_000_000 + 80 * 2_000
    acts = Act.objects.filter(meter=made.meter)
    assert acts.filter(verdict="refused").count() == 2
    assert acts.latest("received_at").received_at < timezone.now()


def test_news_happened_when_it_did(made):
    [begun] = Announcement.objects.filter(pledge=made)
    assert begun.happened_at == made.starts_at


def test_one_act_before_a_milestone():
    text = PROMISES[0]
    assert text.acts + 1 in [acts for acts, *_ in text.milestones]
