"""Organisations as a list: since when they are here, how much they promised and delivered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Min, Q, Sum
from django.utils import timezone

from campaigns.enums import PledgeState
from campaigns.models import Organisation, Partnership, Pledge


@dataclass(frozen=True, slots=True)
class Kept:
    """What all promises of a unit together promise and have delivered, in that unit."""

    unit: str
    promised: int
    delivered: int


@dataclass(frozen=True, slots=True)
class ListedPartner:
    """An organisation, what it `gives` and what it `receives`, and since which year it is here."""

    organisation: Organisation
    since_year: int | None
    gives: tuple[Kept, ...]
    receives: tuple[Kept, ...]


def list_partners(organisations: Iterable[Organisation]) -> list[ListedPartner]:
    """Return `organisations` with their sums, in their order; two queries for however many."""
    found = list(organisations)
    keys = [one.pk for one in found]
    pairs = _promised_in_pairs(keys)
    years = _years_in_pairs(keys) + [(giver, taker, pair[-1]) for giver, taker, *pair in pairs]
    return [
        ListedPartner(
            one,
            min((year for *pair, year in years if one.pk in pair), default=None),
            _sums(row[2:5] for row in pairs if row[0] == one.pk),
            _sums(row[2:5] for row in pairs if row[1] == one.pk),
        )
        for one in found
    ]


def _concerning(keys: Sequence[int]) -> Q:
    return Q(sponsor__in=keys) | Q(beneficiary__in=keys)


def _promised_in_pairs(keys: Sequence[int]) -> list[tuple[int, int, str, int, int, int]]:
    """Return sponsor, beneficiary, unit, promised, delivered, and the year of the first promise.

    A version that an amendment replaced is told by the one that goes on.
    """
    pledges = Pledge.objects.public().filter(_concerning(keys)).exclude(state=PledgeState.AMENDED)
    rows = pledges.order_by().values_list("sponsor_id", "beneficiary_id", "unit")
    summed = rows.annotate(Sum("cap"), Sum("delivered"), Min("starts_at"))
    return [(*row, timezone.localtime(first).year) for *row, first in summed]


def _years_in_pairs(keys: Sequence[int]) -> list[tuple[int, int, int]]:
    partnerships = Partnership.objects.filter(_concerning(keys)).order_by()
    return list(partnerships.values_list("sponsor_id", "beneficiary_id", "since_year"))


def _sums(rows: Iterable[tuple[str, int, int]]) -> tuple[Kept, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for unit, promised, delivered in rows:
        before = sums.get(unit, (0, 0))
        sums[unit] = before[0] + promised, before[1] + delivered
    return tuple(Kept(unit, *sums[unit]) for unit in sorted(sums))
