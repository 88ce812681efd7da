"""What screens know of a team: its total, and its shown pages in order."""

import json

import pytest

from fundraising.domain.team_state import goal_of, is_over, percent_of, ranked, team_state
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_ranked_by_what_they_collected(make_team, make_page_of, make_gift, tell):
    first, second = make_page_of(), make_page_of("lea@example.org")
    hidden = make_page_of(state=TextState.HIDDEN, title="Caché")
    team = make_team(first, second, hidden)
    tell(make_gift(second))
    tell(make_gift(hidden))
    state = json.loads(team_state(team.code))
    assert (state["total_cents"], state["gifts"], state["percent"]) == (40_00, 2, 6)
    assert [one["code"] for one in state["members"]] == [second.code, first.code]
    assert [one["total_cents"] for one in state["members"]] == [20_00, 0]
    assert "Caché" not in team_state(team.code).decode()
    assert state["goal"]["fr"] == "600\u00a0€"


def test_gifts_without_money_rank_in_a_demo_alone(
    make_team, make_page_of, make_gift, tell, settings
):
    first, second = make_page_of(), make_page_of("lea@example.org")
    team = make_team(first, second)
    tell(make_gift(second, is_test=True))
    assert list(ranked(team)) == [first, second]
    settings.TEST_GIFTS = "shown"
    assert list(ranked(team)) == [second, first]


def test_a_team_without_pages_is_over(make_team):
    team = make_team()
    assert (goal_of([]), percent_of(team, []), is_over([])) == (0, 0, True)
    assert json.loads(team_state(team.code))["is_over"]


def test_only_of_public_teams(make_team):
    assert team_state(make_team(state=TextState.PENDING).code) is None
    assert team_state("unknown") is None
