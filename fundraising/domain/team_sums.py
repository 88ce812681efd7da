"""The sums of a team: those of its pages. Whoever moves one locks the page first, then the team."""

from django.db.models import F

from fundraising.models import Fundraiser, Team

SUMS = ("total_cents", "gift_count", "test_total_cents", "test_gift_count")


def add_to_team(page_pk: int, moved: dict[str, int]) -> None:
    """Add what a page was just given, or gave back, to its team.

    Called in the transaction that has changed the page's row, which is locked by that.
    """
    team = Fundraiser.objects.filter(pk=page_pk).values_list("team_id", flat=True).first()
    if team is not None:
        _move(team, moved)


def enter_team(page: Fundraiser, team: Team) -> None:
    """Let a locked page count for `team` from now on, with all that it was given before."""
    page.team = team
    page.save(update_fields=["team"])
    _move(team.pk, {name: getattr(page, name) for name in SUMS})


def leave_team(page: Fundraiser) -> None:
    """Let a locked page count for itself alone, and take along what it was given."""
    team, page.team = page.team_id, None
    page.save(update_fields=["team"])
    if team is not None:
        _move(team, {name: -getattr(page, name) for name in SUMS})


def _move(team_pk: int, moved: dict[str, int]) -> None:
    changes = {name: F(name) + number for name, number in moved.items()}
    Team.objects.filter(pk=team_pk).update(**changes)
