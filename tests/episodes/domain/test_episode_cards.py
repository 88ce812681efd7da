"""The card of an episode has the figure of the campaign that it serves."""

import pytest

from episodes.domain.episode_cards import episode_cards

pytestmark = pytest.mark.django_db


def test_alone_and_for_a_campaign(make_episode, make_campaign):
    campaign = make_campaign(promise="1 vue = 2 kg")
    alone, serving = make_episode("A"), make_episode("B", campaign=campaign, poster_colour="tomato")
    cards = dict(episode_cards())
    assert (cards[str(alone.pk)].title, cards[str(alone.pk)].figure) == ("A", "")
    assert cards[str(serving.pk)].figure == "1 vue = 2 kg"
    assert cards[str(serving.pk)].colour == "tomato"
    campaign.unpublish()
    assert dict(episode_cards())[str(serving.pk)].figure == ""
