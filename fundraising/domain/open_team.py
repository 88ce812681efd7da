"""Open a team around one's page, for others to join; its name is read like a page's."""

from django.db import transaction

from fundraising.domain.check_words import ensure_own_name
from fundraising.domain.first_state import first_state
from fundraising.domain.team_sums import enter_team, leave_team
from fundraising.models import Fundraiser, Team
from fundraising.refusals import AlreadyInTeam, NotToChange, NotToJoin, TeamNameless, TooManyTeams
from media.edition import new_edition
from qa.domain.clean_words import clean_words, says_something
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.domain.forget_text import forget_notes
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

# Of the tickets that its forms carry.
PURPOSE = "fundraising.team"
MOST_TEAMS = 5
_TAKEN_DOWN = frozenset({TextState.HIDDEN, TextState.WITHDRAWN, TextState.REMOVED})
JOINS_FROM = frozenset(TextState) - {TextState.WITHDRAWN, TextState.REMOVED}


def open_team(page: Fundraiser, key: str, name: str) -> Team:
    """Open a team for the cause of `page`, which is its first member, and return it.

    The same `key` twice is one team. Raises a TeamRefused or NotYourName.
    """
    name = _checked(name)
    with transaction.atomic():
        page = locked(page)
        opened = Team.objects.filter(key=key, captain=page.owner_id).first()
        if opened is not None:
            return opened
        ensure_may_enter(page)
        if Team.objects.filter(captain=page.owner_id).count() >= MOST_TEAMS:
            raise TooManyTeams
        state, held_for, found = first_state((name,))
        team = Team.objects.create(
            key=key,
            fund=page.fund,
            captain=page.owner,
            name=name,
            fold=fold(name),
            language=page.language,
            state=state,
            held_for=held_for,
        )
        before = team.told() | {"state": TextState.DRAFT}
        team = written(team, Action.SEND, before, user=None)
        note_stop_words(team, found)
        enter_team(page, team)
    return team


def rename_team(team: Team, name: str) -> Team:
    """Give a team another name; the team reads it like the first. Raises what `open_team` does."""
    name = _checked(name)
    with transaction.atomic():
        team = locked(team)
        ensure_not_frozen(team)
        if team.state in _TAKEN_DOWN:
            raise NotToChange(state=team.get_state_display())
        before = team.told()
        team.name, team.fold = name, fold(name)
        team.state, team.held_for, found = first_state((name,))
        team.refused_for = team.note = ""
        team = written(team, Action.SEND, before, user=None)
        note_stop_words(team, found)
    return team


def dissolve_team(team: Team) -> None:
    """End a team: its pages go on, each by itself. Raises TextFrozen."""
    with transaction.atomic():
        ensure_not_frozen(team)
        members = Fundraiser.objects.select_for_update().filter(team=team).order_by("pk")
        for page in members:
            leave_team(page)
        forget_notes(team)
        team.delete()
        new_edition()


def ensure_may_enter(page: Fundraiser) -> None:
    """Raise AlreadyInTeam or NotToJoin unless this locked page may enter a team."""
    if page.team_id is not None:
        raise AlreadyInTeam
    if page.state not in JOINS_FROM or not page.title:
        raise NotToJoin(state=page.get_state_display())


def _checked(name: str) -> str:
    name = clean_words(name)
    if not says_something(name):
        raise TeamNameless
    ensure_own_name(name)
    return name
