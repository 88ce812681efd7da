"""A captain opens a team, renames it and dissolves it; its name is read like a page's."""

import pytest

from campaigns.models import Organisation
from fundraising.domain.open_team import MOST_TEAMS, dissolve_team, open_team, rename_team
from fundraising.models import CollectionSettings, Fundraiser, Team
from fundraising.refusals import (
    AlreadyInTeam,
    NotToChange,
    NotToJoin,
    NotYourName,
    TeamNameless,
    TooManyTeams,
)
from media.edition import new_edition
from qa.enums import Moderation, StopMode, TextState
from qa.models import Decision, StopList
from qa.refusals import TextFrozen

pytestmark = pytest.mark.django_db


def test_it_waits_for_the_team_and_its_page_is_in_it(make_page_of, make_gift, tell):
    page = make_page_of()
    tell(make_gift(page))
    team = open_team(page, "k", " Les  Navets ")
    assert (team.name, team.state, team.captain, team.fund) == (
        "Les Navets",
        TextState.PENDING,
        page.owner,
        page.fund,
    )
    assert open_team(page, "k", "Les Navets") == team
    team.refresh_from_db()
    assert (team.total_cents, team.members.get()) == (20_00, page)
    with pytest.raises(AlreadyInTeam):
        open_team(page, "other", "Les Choux")


def test_shown_at_once_where_the_team_reads_after_unless_a_word_holds_it(make_page_of):
    CollectionSettings.objects.create(moderation=Moderation.AFTER)
    new_edition()
    StopList.objects.create(name="Interdits", words="navet", mode=StopMode.HOLD)
    assert open_team(make_page_of(), "a", "Les Choux").state == TextState.APPROVED
    held = open_team(make_page_of(), "b", "Un navet")
    assert (held.state, held.held_for) == (TextState.HELD, "navet")


def test_refused(make_page_of):
    Organisation.objects.create(name="Banque Alimentaire")
    page = make_page_of()
    for name, refusal in (("…", TeamNameless), ("La Bànque alimentaire", NotYourName)):
        with pytest.raises(refusal):
            open_team(page, "k", name)
    with pytest.raises(NotToJoin):
        open_team(make_page_of(state=TextState.WITHDRAWN), "k", "Les Navets")
    for number in range(MOST_TEAMS):
        open_team(make_page_of(), f"k{number}", "Les Navets")
    with pytest.raises(TooManyTeams):
        open_team(page, "k", "Les Navets")


def test_another_name_is_read_again_and_undoes_no_decision(make_team):
    team = rename_team(make_team(), "Les Choux")
    assert (team.name, team.state) == ("Les Choux", TextState.PENDING)
    for state in (TextState.HIDDEN, TextState.REMOVED):
        Team.objects.update(state=state)
        with pytest.raises(NotToChange):
            rename_team(team, "Les Poireaux")


def test_dissolved_its_pages_go_on(make_team, make_page_of, make_gift, tell):
    page = make_page_of()
    team = make_team(page)
    rename_team(team, "Les Secrets")
    tell(make_gift(page))
    Team.objects.update(frozen_for="enquête")
    with pytest.raises(TextFrozen):
        dissolve_team(Team.objects.get())
    Team.objects.update(frozen_for="")
    dissolve_team(Team.objects.get())
    page = Fundraiser.objects.get()
    assert (page.team, page.total_cents) == (None, 20_00)
    assert not Team.objects.exists()
    assert "Secrets" not in str(list(Decision.objects.values_list("before", "after")))
