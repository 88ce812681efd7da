"""The bar of donations of a live: on its page, in the public state, and afterwards."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.models import Cause, Organisation
from fundraising.models import Donation, Fund, Fundraiser, Supporter
from live.domain.finish_run import finish_run
from live.domain.public_state import public_state
from live.domain.show_aftermath import show_aftermath
from live.domain.show_donations import Donations, show_donations
from live.domain.show_programme import show_programme
from live.models import LiveProgrammePage, Run
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
LIST = "/collectes/?cause=manger-bien"


@pytest.fixture
def collection(settings, house) -> Fundraiser:
    """A page that collects through the test provider of a demo."""
    settings.TEST_GIFTS = "shown"
    cause = Cause.objects.create(name="Manger bien", slug="manger-bien", locale=house.home.locale)
    beneficiary = Organisation.objects.create(name="Épicerie du Pont")
    return Fundraiser.objects.create(
        fund=Fund.objects.create(cause=cause, beneficiary=beneficiary, provider="test"),
        owner=Supporter.objects.create(email="zoe@example.org"),
        slug="zoe",
        title="Zoé court",
        goal_cents=100_00,
        ends_on=timezone.localdate() + timedelta(days=9),
        state=TextState.APPROVED,
        sent_at=timezone.now(),
    )


@pytest.fixture
def show_run(run, make_campaign, collection) -> Run:
    """A run whose campaign serves the cause that is collected for."""
    campaign = make_campaign("Deux kilos")
    campaign.causes.add(collection.fund.cause)
    campaign.save()
    wanted = {"campaign": campaign, "donations_goal": 80}
    LiveProgrammePage.objects.filter(pk=run.programme_id).update(**wanted)
    return Run.objects.get(pk=run.pk)


def give(collection: Fundraiser, cents: int) -> None:
    Donation.objects.create(
        fundraiser=collection,
        provider="test",
        is_test=True,
        amount_cents=cents,
        paid_cents=cents,
        paid_at=timezone.now(),
    )


def test_sum_goal_and_where_to_give(show_run, collection):
    give(collection, 20_50)
    shown = show_donations(show_run.programme, show_run.started_at, timezone.now())
    assert shown == Donations(20_50, 1, 80_00, LIST)
    assert shown.percent == 25


def test_more_than_wished_for_fills_the_bar_once(show_run, collection):
    give(collection, 200_00)
    assert show_donations(show_run.programme, show_run.started_at, timezone.now()).percent == 100


def test_without_a_goal_there_is_a_sum_and_no_bar(show_run, collection):
    LiveProgrammePage.objects.filter(pk=show_run.programme_id).update(donations_goal=None)
    state = public_state(show_run.key)["donations"]
    assert (state["percent"], state["goal"]) == (None, None)


def test_all_screens_learn_it_from_the_state(show_run, collection):
    give(collection, 20_50)
    assert public_state(show_run.key)["donations"] == {
        "cents": 20_50,
        "count": 1,
        "percent": 25,
        "sum": {"fr": "20,50\u00a0€", "en": "€20.50"},
        "goal": {"fr": "80\u00a0€", "en": "€80"},
    }


def test_no_campaign_or_no_cause_no_bar(run, show_run, collection):
    show_run.programme.campaign.causes.clear()
    show_run.programme.campaign.save()
    assert public_state(show_run.key)["donations"] is None
    LiveProgrammePage.objects.filter(pk=show_run.programme_id).update(campaign=None)
    assert public_state(show_run.key)["donations"] is None


def test_the_page_shows_it_and_where_to_give(show_run, collection):
    give(collection, 20_50)
    page = Client().get(show_run.programme.url).content.decode()
    assert "Donné pendant ce direct" in page
    assert "20,50\u00a0€" in page
    assert f'href="{LIST}"' in page
    assert "<progress" in page.split("live-now__donations")[1].split("</section>")[0]


def test_it_stays_when_the_live_is_over(show_run, caller, collection):
    give(collection, 20_50)
    finish_run(show_run, caller, show_run.version, is_confirmed=True)
    give(collection, 1_00)
    page = LiveProgrammePage.objects.get(pk=show_run.programme_id)
    kept = show_aftermath(page, show_programme(page), None).donations
    assert (kept.cents, kept.count) == (20_50, 1)
    shown = Client().get(page.url).content.decode()
    assert "Donné pendant ce direct" in shown
    assert "21,50" not in shown
