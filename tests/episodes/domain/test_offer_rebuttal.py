"""An excuse is answered where there is one, with an answer."""

import pytest

from campaigns.call_acts import Place
from episodes.domain.offer_rebuttal import look_to_answer

pytestmark = pytest.mark.django_db


def test_excuse_and_answer(make_episode, make_campaign):
    campaign = make_campaign(give_url="https://pont.example/donner")
    episode = make_episode(excuse="Je n’ai pas de monnaie.", rebuttal="Ça tombe bien.")
    asked = look_to_answer(Place(episode, campaign))
    assert asked is not None
    assert asked.address == campaign.give_url
    assert asked.more == {"excuse": episode.excuse, "rebuttal": episode.rebuttal}
    alone = look_to_answer(Place(episode))
    assert alone is not None
    assert alone.address == ""


def test_no_answer(make_episode, make_campaign):
    assert (
        look_to_answer(Place(make_episode(excuse="Je n’ai pas de monnaie.", rebuttal=""))) is None
    )
    assert look_to_answer(Place(make_campaign())) is None
