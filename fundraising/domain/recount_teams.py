"""Prove the sums of teams from their pages."""

from django.db import transaction
from django.db.models import Sum

from campaigns.domain.ledger.recount import Difference
from campaigns.recounts import Recounted
from fundraising.domain.team_sums import SUMS
from fundraising.models import Fundraiser, Team


def recount_teams(write: bool) -> Recounted:
    """Add up all teams again and return the sums that differ; `write` mends them."""
    differences: list[Difference] = []
    for pk in Team.objects.order_by("pk").values_list("pk", flat=True):
        differences += _check(pk, write)
    return Recounted(f"{Team.objects.count()} teams", differences)


def _check(pk: int, write: bool) -> list[Difference]:
    with transaction.atomic():
        # Locked: whoever moves a page's sum moves the team's in the same transaction, and waits.
        team = Team.objects.select_for_update().get(pk=pk)
        counted = Fundraiser.objects.filter(team=team).aggregate(**{n: Sum(n) for n in SUMS})
        found = [
            Difference(
                f"{name} of team {team.code}", getattr(team, name), counted[name] or 0, write
            )
            for name in SUMS
            if getattr(team, name) != (counted[name] or 0)
        ]
        if write and found:
            Team.objects.filter(pk=pk).update(**{name: counted[name] or 0 for name in SUMS})
    return found
