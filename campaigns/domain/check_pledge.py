"""What must be right about a pledge before it binds anybody."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import number_format

from campaigns.domain.give import terms_of
from campaigns.domain.quantities import quantity_label
from campaigns.models import Pledge
from campaigns.refusals import (
    DueBeforeEnd,
    EndBeforeStart,
    EndIsPast,
    GivesLessThanBefore,
    MilestoneIsPast,
    NoCeiling,
    NoClause,
    NothingToGive,
    OtherUnit,
)


def check_terms(pledge: Pledge) -> None:
    """Raise NoCeiling, NoClause or NothingToGive unless the contract gives something."""
    if not pledge.cap:
        raise NoCeiling
    if not pledge.clauses.exists():
        raise NoClause
    if not terms_of(pledge).reachable:
        raise NothingToGive


def check_dates(pledge: Pledge, now: datetime) -> None:
    """Raise EndBeforeStart, EndIsPast or DueBeforeEnd unless the dates follow each other."""
    if pledge.ends_at <= pledge.starts_at:
        raise EndBeforeStart
    if pledge.ends_at <= now:
        raise EndIsPast
    if pledge.delivery_due_on < timezone.localdate(pledge.ends_at):
        raise DueBeforeEnd


def check_against_old(pledge: Pledge, old: Pledge) -> None:
    """Raise unless `pledge` can go on from where `old`, which it replaces, stands now.

    Raises OtherUnit, GivesLessThanBefore or MilestoneIsPast.
    """
    same = ("meter_id", "unit", "sponsor_id", "beneficiary_id")
    if any(getattr(pledge, name) != getattr(old, name) for name in same):
        raise OtherUnit
    given = terms_of(pledge).units(old.tally)
    if given < old.unlocked:
        raise GivesLessThanBefore(
            acts=number_format(old.tally),
            new=quantity_label(given, pledge.unit),
            old=quantity_label(old.unlocked, pledge.unit),
        )
    known = {one.acts for one in old.milestones.all()}
    for milestone in pledge.milestones.all():
        if milestone.acts <= old.tally and milestone.acts not in known:
            raise MilestoneIsPast(title=milestone.title, acts=number_format(milestone.acts))
