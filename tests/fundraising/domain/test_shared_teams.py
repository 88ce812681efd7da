"""Teams are shared like pages, and their cards show no words of supporters."""

import pytest

from audience.domain.make_channel_codes import make_missing_codes
from audience.shared import shared_of
from campaigns.card_sources import card_sources
from fundraising.domain.shared_teams import (
    find_shared_team,
    search_teams,
    team_cards,
    teams_without_codes,
)
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_public_ones_are_found(make_team):
    team = make_team()
    found = shared_of("team", str(team.pk))
    assert (found.title, found.address) == ("Les Navets volants", team.get_absolute_url())
    waiting = make_team(state=TextState.PENDING)
    for key in (str(waiting.pk), "", "x", "9" * 13, "٣"):
        assert find_shared_team(key) is None


def test_each_gets_codes_once(make_team):
    team = make_team()
    assert teams_without_codes(10) == [(str(team.pk), None)]
    make_missing_codes()
    assert teams_without_codes(10) == []


def test_named(make_team):
    team = make_team()
    assert search_teams("navets", 5) == [str(team.pk)]
    assert search_teams("radis", 5) == []


def test_cards_show_the_cause(make_team):
    team = make_team()
    make_team(state=TextState.PENDING)
    [(key, card)] = team_cards()
    assert (key, card.title) == (str(team.pk), "Des légumes pour tout le monde.")
    assert team.name not in f"{card}"
    assert card_sources()["team"] is team_cards
