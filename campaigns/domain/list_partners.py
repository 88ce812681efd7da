"""Organisations as a list: since when they are here, how much they promised and delivered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Min, Q, Sum
from django.utils import timezone
from django.utils.translation import get_language

from campaigns.domain.quantities import quantity_label
from campaigns.enums import PledgeState, Unit
from campaigns.models import Organisation, Partnership, Pledge


@dataclass(frozen=True, slots=True)
class Kept:
    """What all promises of a unit together promise and have delivered, in that unit.

    `goods` says what is counted by the piece: different things are not added up.
    """

    unit: str
    goods: str
    promised: int
    delivered: int

    @property
    def promised_label(self) -> str:
        """What is promised, with its unit."""
        return f"{quantity_label(self.promised, self.unit)} {self.goods}".rstrip()

    @property
    def delivered_label(self) -> str:
        """What was delivered, with its unit; of pieces the number, what they are was said."""
        return quantity_label(self.delivered, self.unit)


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
    years = _years_in_pairs(keys) + [(row[0], row[1], row[-1]) for row in pairs]
    return [
        ListedPartner(
            one,
            min((year for a, b, year in years if one.pk in (a, b)), default=None),
            _sums(row[2:6] for row in pairs if row[0] == one.pk),
            _sums(row[2:6] for row in pairs if row[1] == one.pk),
        )
        for one in found
    ]


def _concerning(keys: Sequence[int]) -> Q:
    return Q(sponsor__in=keys) | Q(beneficiary__in=keys)


def _promised_in_pairs(keys: Sequence[int]) -> list[tuple[int, int, str, str, int, int, int]]:
    """Return sponsor, beneficiary, unit, goods, promised, delivered, year of the first promise.

    A version that an amendment replaced is told by the one that goes on.
    """
    pledges = Pledge.objects.public().filter(_concerning(keys)).exclude(state=PledgeState.AMENDED)
    columns = ("sponsor_id", "beneficiary_id", "unit", "goods", "goods_en")
    rows = pledges.order_by().values_list(*columns)
    summed = rows.annotate(Sum("cap"), Sum("delivered"), Min("starts_at"))
    return [
        (giver, taker, unit, _named(unit, goods, english), *sums, timezone.localtime(first).year)
        for giver, taker, unit, goods, english, *sums, first in summed
    ]


def _named(unit: str, goods: str, english: str) -> str:
    if unit != Unit.ITEM:
        return ""
    return english if english and get_language() == "en" else goods


def _years_in_pairs(keys: Sequence[int]) -> list[tuple[int, int, int]]:
    partnerships = Partnership.objects.filter(_concerning(keys)).order_by()
    return list(partnerships.values_list("sponsor_id", "beneficiary_id", "since_year"))


def _sums(rows: Iterable[tuple[str, str, int, int]]) -> tuple[Kept, ...]:
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for unit, goods, promised, delivered in rows:
        before = sums.get((unit, goods), (0, 0))
        sums[unit, goods] = before[0] + promised, before[1] + delivered
    return tuple(Kept(*key, *sums[key]) for key in sorted(sums))
