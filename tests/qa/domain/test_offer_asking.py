"""Where asking can be called for, and where it leads."""

import pytest

from campaigns.call_acts import Place, act_named
from qa.domain.offer_asking import ASK, look_to_ask

pytestmark = pytest.mark.django_db


def test_it_leads_to_the_first_open_theme(make_episode, make_campaign, make_theme, english):
    closed, theme = make_theme("Clos", takes_questions=False), make_theme("Ouvert")
    foreign = make_theme("Abroad", locale=english)
    page = make_episode(themes=[closed, foreign, theme])
    assert look_to_ask(Place(page)).address == "/themes/ouvert/poser/"
    campaign = make_campaign()
    lone = make_episode("Sans thème")
    assert look_to_ask(Place(lone, campaign)) is None
    theme.campaigns.add(campaign)
    assert look_to_ask(Place(lone, campaign)).more == {"theme": theme}


def test_editors_can_choose_it():
    assert act_named("ask") is ASK
