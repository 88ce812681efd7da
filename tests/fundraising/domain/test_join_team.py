"""Pages join by the captain's link, for the same cause, and leave again."""

import pytest

from fundraising.domain.join_team import (
    MOST_MEMBERS,
    invite_address,
    join_team,
    pages_that_may_join,
    quit_team,
    renew_invite,
    team_invited,
    teams_of,
)
from fundraising.models import Fundraiser, Team
from fundraising.refusals import AlreadyInTeam, InviteIsOver, NotToJoin, OtherCause, TeamIsFull
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def token(team: Team) -> str:
    return invite_address(team).split("/")[-2]


@pytest.fixture
def team(make_team, make_page_of) -> Team:
    return make_team(make_page_of())


def test_joined_and_left(team, make_page_of):
    page = make_page_of("lea@example.org")
    assert pages_that_may_join(page.owner, team) == [page]
    for _twice in range(2):
        assert join_team(page, token(team)) == team
    assert team.members.count() == 2
    assert pages_that_may_join(page.owner, team) == []
    for _twice in range(2):
        quit_team(page)
    assert team.members.count() == 1


def test_sent_away_from_this_team_alone(team, make_team, make_page_of):
    page = make_page_of("lea@example.org")
    other = make_team(page)
    quit_team(page, team)
    assert other.members.get() == page
    quit_team(page, other)
    assert not other.members.exists()


@pytest.mark.parametrize("bad", ["", "1-0", "x.y", "1-0.AAAAAAAAAAAAAAAAAAAAAA"])
def test_a_link_that_we_did_not_sign_opens_nothing(team, make_page_of, bad):
    assert team_invited(bad) is None
    with pytest.raises(InviteIsOver):
        join_team(make_page_of("lea@example.org"), bad)


def test_a_new_link_ends_the_old_one(team, make_page_of):
    old = token(team)
    renew_invite(team)
    with pytest.raises(InviteIsOver):
        join_team(make_page_of("lea@example.org"), old)
    team.refresh_from_db()
    assert join_team(make_page_of("lea@example.org"), token(team)) == team


def test_refused(team, make_team, make_page_of, make_fund):
    other = make_page_of("lea@example.org", fund=make_fund("Payer juste"))
    with pytest.raises(OtherCause):
        join_team(other, token(team))
    taken = make_page_of("lea@example.org")
    make_team(taken)
    with pytest.raises(AlreadyInTeam):
        join_team(taken, token(team))
    with pytest.raises(NotToJoin):
        join_team(make_page_of(state=TextState.REMOVED), token(team))
    for _one in range(MOST_MEMBERS - 1):
        make_page_of(team=team)
    with pytest.raises(TeamIsFull):
        join_team(make_page_of(), token(team))
    assert Fundraiser.objects.filter(team=team).count() == MOST_MEMBERS


def test_a_captains_teams(team, make_supporter):
    assert list(teams_of(team.captain)) == [team]
    Team.objects.update(state=TextState.REMOVED)
    assert not teams_of(team.captain)
    assert team_invited(token(team)) is None
