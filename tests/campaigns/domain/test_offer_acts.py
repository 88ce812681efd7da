"""What each act needs of the place where it is asked for."""

import pytest

from campaigns.call_acts import Place
from campaigns.domain.offer_acts import (
    look_elsewhere,
    look_to_click,
    look_to_follow,
    look_to_give,
    look_to_share,
)
from campaigns.domain.show_promise import promises_of
from campaigns.enums import PledgeState

pytestmark = pytest.mark.django_db


def test_giving_needs_an_address(make_campaign):
    campaign = make_campaign(give_url="https://pont.example/donner")
    asked = look_to_give(Place(campaign, campaign))
    assert asked is not None
    assert asked.address == "https://pont.example/donner"
    campaign.give_url = ""
    assert look_to_give(Place(campaign, campaign)) is None
    assert look_to_give(Place(campaign)) is None


def test_a_click_needs_a_promise_that_hears_it(make_campaign, make_pledge, meter):
    campaign = make_campaign(meter=meter)
    pledge = make_pledge()
    asked = look_to_click(Place(campaign, campaign, tuple(promises_of(meter))))
    assert asked is not None
    assert asked.more["meter"] == meter
    assert "2" in asked.more["gift"]
    pledge.kinds = ["view"]
    pledge.save()
    assert look_to_click(Place(campaign, campaign, tuple(promises_of(meter)))) is None
    pledge.kinds, pledge.state = ["click"], PledgeState.SETTLED
    pledge.save()
    assert look_to_click(Place(campaign, campaign, tuple(promises_of(meter)))) is None


def test_sharing_leads_to_the_box_of_its_page(make_campaign, client):
    page = make_campaign()
    asked = look_to_share(Place(page))
    assert f'id="{asked.address.removeprefix("#")}"' in client.get(page.url).text


def test_following_is_of_a_campaign(make_campaign):
    campaign = make_campaign()
    asked = look_to_follow(Place(campaign, campaign))
    assert asked.address == f"/suivre/campagne/{campaign.meter.key}/"
    assert look_to_follow(Place(campaign)) is None


def test_elsewhere_is_the_editors(make_campaign):
    assert look_elsewhere(Place(make_campaign())).address == ""
