"""What every screen may know of a team, as one small text for all of them."""

import json
from collections.abc import Sequence

from django.db.models import F
from django.utils import timezone

from fundraising.domain.euros import euros_in_languages
from fundraising.domain.page_state import OVER_S, USUAL_S
from fundraising.models import Fundraiser, Team
from fundraising.models.collected import shows_test_gifts


def ranked(team: Team) -> Sequence[Fundraiser]:
    """Return the public pages of `team`, who collected most first; alike, who came first."""
    shown = F("total_cents") + F("test_total_cents") if shows_test_gifts() else F("total_cents")
    members = Fundraiser.objects.public().filter(team=team).select_related("fund")
    return list(members.annotate(ranked_cents=shown).order_by("-ranked_cents", "pk"))


def goal_of(members: Sequence[Fundraiser]) -> int:
    """Return what the pages of a team want together, in cents."""
    return sum(page.goal_cents for page in members)


def percent_of(team: Team, members: Sequence[Fundraiser]) -> int:
    """Return how far the team has come, 100 at most."""
    return min(100, team.shown_total_cents * 100 // max(goal_of(members), 1))


def is_over(members: Sequence[Fundraiser]) -> bool:
    """Say whether no page of a team collects any more."""
    today = timezone.localdate()
    return all(page.closed_at is not None or page.ends_on < today for page in members)


def team_state(code: str) -> bytes | None:
    """Return the snapshot of the public team with this code as JSON, or None for no such one."""
    team = Team.objects.public().filter(code=code).first()
    if team is None:
        return None
    members = ranked(team)
    state = {
        "total_cents": team.shown_total_cents,
        "gifts": team.shown_gift_count,
        "percent": percent_of(team, members),
        "total": euros_in_languages(team.shown_total_cents),
        "goal": euros_in_languages(goal_of(members)),
        "last": [],
        "members": [
            {
                "code": page.code,
                "total_cents": page.shown_total_cents,
                "total": euros_in_languages(page.shown_total_cents),
            }
            for page in members
        ],
        "is_over": is_over(members),
        "ask_again_after_s": OVER_S if is_over(members) else USUAL_S,
    }
    return json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()
