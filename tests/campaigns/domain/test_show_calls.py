"""Which calls a page makes: its own, its campaign's, else the usual ones."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.call_acts import Place
from campaigns.call_blocks import CallBlock
from campaigns.domain.show_calls import calls_of
from campaigns.domain.show_promise import promises_of
from campaigns.enums import PledgeState

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture
def campaign(make_campaign, meter):
    campaign = make_campaign(give_url="https://pont.example/donner")
    campaign.meter = meter
    campaign.save()
    return campaign


@pytest.fixture
def asked(campaign, make_pledge):
    """Return what a page asks for, as (act, moment)."""
    make_pledge()

    def asked(page=None, on: date = TODAY):
        place = Place(page or campaign, campaign, tuple(promises_of(campaign.meter)))
        return [(call.act, call.moment) for call in calls_of(place, on)]

    return asked


def call(**values: object) -> tuple[str, Any]:
    return ("call", CallBlock().to_python({"act": "share", "moment": "end", **values}))


def test_the_usual_ones(asked):
    assert asked() == [("share", "view"), ("click", "end"), ("give", "end")]


def test_an_episode_asks_what_its_campaign_asks(asked, campaign, make_episode):
    episode = make_episode(campaign=campaign)
    campaign.calls = [call(act="give", moment="view")]
    assert asked(episode) == [("give", "view")]
    episode.calls = [call(moment="milestone")]
    assert asked(episode) == [("share", "milestone")]


def test_order_is_the_editors(asked, campaign):
    campaign.calls = [call(act="click"), call(act="share"), call(act="give")]
    assert [act for act, _ in asked()] == ["click", "share", "give"]


def test_only_on_its_days(asked, campaign):
    campaign.calls = [call(starts_on=str(TODAY), ends_on=str(TODAY))]
    assert asked(on=TODAY)
    assert not asked(on=TODAY - timedelta(days=1))
    assert not asked(on=TODAY + timedelta(days=1))


def test_what_cannot_be_asked_for_is_left_out(asked, campaign, make_pledge):
    campaign.give_url = ""
    for pledge in campaign.meter.pledges.all():
        pledge.state = PledgeState.SETTLED
        pledge.save()
    campaign.calls = [call(act="give"), call(act="click"), call(act="rebuttal"), call(act="gone")]
    assert asked() == []


def test_words_are_the_editors_or_the_usual(campaign):
    campaign.calls = [call(), call(sentence="Dites-le aux poireaux.", label="Dire")]
    usual, own = calls_of(Place(campaign, campaign), TODAY)
    assert (own.sentence, own.label) == ("Dites-le aux poireaux.", "Dire")
    assert usual.sentence
    assert usual.label != own.label


def test_a_second_of_the_film(campaign):
    campaign.calls = [call(moment="second", at="1:20"), call()]
    assert [one.at_s for one in calls_of(Place(campaign, campaign), TODAY)] == [80, None]


def test_a_page_that_is_gone_is_not_asked_for(campaign, house):
    campaign.calls = [call(act="page", page=house.programmes.pk)]
    [there] = calls_of(Place(campaign, campaign), TODAY)
    assert there.address.endswith("/emissions/")
    house.programmes.unpublish()
    campaign.refresh_from_db()
    campaign.calls = [call(act="page", page=house.programmes.pk)]
    assert calls_of(Place(campaign, campaign), TODAY) == []


def test_a_page_of_no_campaign(make_episode):
    assert [one.act for one in calls_of(Place(make_episode()), TODAY)] == ["share"]
