"""Join a team by its captain's link, leave it, or be sent away."""

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from audience.domain.signing import open_signed, sign
from fundraising.domain.open_team import ensure_may_enter
from fundraising.domain.team_sums import enter_team, leave_team
from fundraising.models import Fundraiser, Supporter, Team
from fundraising.refusals import InviteIsOver, OtherCause, TeamIsFull
from media.edition import new_edition
from qa.domain.decide import locked
from qa.enums import TextState

PURPOSE = "fundraising.team_invite"
MOST_MEMBERS = 50


def invite_address(team: Team) -> str:
    """Return the address with which pages join `team`; the captain passes it on."""
    return reverse("join_team", args=[sign(f"{team.pk}-{team.invite}", PURPOSE)])


def team_invited(token: str) -> Team | None:
    """Return the team that `token` invites to, or None: forged, renewed since, or gone."""
    body = open_signed(token, PURPOSE) or ""
    pk, _, invite = body.partition("-")
    if not pk.isdecimal() or not invite.isdecimal():
        return None
    teams = Team.objects.select_related("fund__cause__locale", "fund__beneficiary")
    return teams.exclude(state=TextState.REMOVED).filter(pk=int(pk), invite=int(invite)).first()


def teams_of(captain: Supporter) -> QuerySet[Team]:
    """Return the teams of their captain, the newest first."""
    own = Team.objects.filter(captain=captain).exclude(state=TextState.REMOVED)
    found: QuerySet[Team] = own.select_related("fund__cause__locale").order_by("-pk")
    return found


def renew_invite(team: Team) -> None:
    """Let the links that were passed on open nothing any more."""
    with transaction.atomic():
        fresh = locked(team)
        Team.objects.filter(pk=fresh.pk).update(invite=fresh.invite + 1)


def pages_that_may_join(owner: Supporter, team: Team) -> list[Fundraiser]:
    """Return the owner's pages for the cause of `team` that are in no team."""
    own = Fundraiser.objects.filter(owner=owner, fund=team.fund_id, team=None).exclude(title="")
    away = (TextState.WITHDRAWN, TextState.REMOVED)
    return list(own.exclude(state__in=away).order_by("-pk"))


def join_team(page: Fundraiser, token: str) -> Team:
    """Let `page` enter the team that `token` invites to, and return it.

    Twice is fine. Raises a TeamRefused.
    """
    team = team_invited(token)
    if team is None:
        raise InviteIsOver
    with transaction.atomic():
        # The page first, then the team: as whoever moves a sum.
        page = locked(page)
        if page.team_id == team.pk:
            return team
        ensure_may_enter(page)
        current = Team.objects.select_for_update().filter(pk=team.pk, invite=team.invite).first()
        if current is None:
            raise InviteIsOver
        if page.fund_id != current.fund_id:
            raise OtherCause
        if current.members.count() >= MOST_MEMBERS:  # type: ignore[attr-defined]
            raise TeamIsFull
        enter_team(page, current)
        new_edition()
    return current


def quit_team(page: Fundraiser, team: Team | None = None) -> None:
    """Let `page` leave its team; with `team`, only if it is this one. Twice is fine."""
    with transaction.atomic():
        page = locked(page)
        if page.team_id is not None and (team is None or page.team_id == team.pk):
            leave_team(page)
            new_edition()
