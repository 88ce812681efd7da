"""Where opening a page can be called for, and where it leads."""

import pytest

from campaigns.call_acts import Place, act_choices, act_named
from fundraising.domain.offer_opening import COLLECT, look_to_collect

pytestmark = pytest.mark.django_db


def test_it_leads_to_the_form_with_the_campaigns_cause(make_campaign, make_fund):
    campaign = make_campaign()
    place = Place(campaign, campaign)
    assert look_to_collect(place) is None
    make_fund("Autre")
    assert look_to_collect(place).address == "/collectes/ouvrir/"
    fund = make_fund("Manger bien")
    campaign.causes = [fund.cause]
    assert look_to_collect(place).address == "/collectes/ouvrir/?cause=manger-bien"
    assert look_to_collect(Place(campaign)).address == "/collectes/ouvrir/"


def test_editors_can_choose_it_and_viewers_press_it(client, make_campaign, make_film, fund):
    assert act_named("collect") is COLLECT
    assert "collect" in dict(act_choices())
    call = {"act": "collect", "moment": "end", "audience": "all"}
    campaign = make_campaign(video=make_film(), calls=[("call", call)], causes=[fund.cause])
    page = client.get(campaign.url).content.decode()
    assert 'href="/collectes/ouvrir/?cause=manger-bien"' in page
