"""What the acts, taken in the order of their numbers, make of a promise and all its versions.

A contract says what so many acts give, whichever they are: the act with the number n among those
of the promise gave `units(n) - units(n - 1)`, and all of them together `units(n)`. A new version
goes on from the tally of the one before, under its own contract.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from audience.enums import Verdict
from audience.models import Act, Meter
from campaigns.domain.give import terms_of
from campaigns.domain.ledger.accounts import Sums, books_of, sums_by_unit
from campaigns.domain.ledger.totals import PledgeTotals
from campaigns.enums import EntryKind
from campaigns.models import LedgerEntry, Pledge


class Claim(NamedTuple):
    """What ledger or acts say of a pledge, and what they should say."""

    what: str
    said: int
    expected: int


@dataclass(frozen=True, slots=True)
class PledgeRecount:
    """One version from its rows. `claims` must hold, or an entry of the ledger is due."""

    pledge: Pledge
    totals: PledgeTotals
    claims: tuple[Claim, ...]

    @property
    def agrees(self) -> bool:
        """Say whether acts and ledger tell the same story, so that totals may follow them."""
        return all(claim.said == claim.expected for claim in self.claims)


def promises_in(pledges: Iterable[Pledge]) -> list[list[Pledge]]:
    """Return the versions of each promise together, the first version first."""
    promises: dict[int, list[Pledge]] = {}
    for pledge in sorted(pledges, key=lambda one: one.version):
        versions = promises.pop(pledge.replaces_id or 0, [])
        promises[pledge.pk] = [*versions, pledge]
    return list(promises.values())


def recount_promise(versions: Sequence[Pledge], gifts: Counter[int]) -> list[PledgeRecount]:
    """Return each version with what its acts and the ledger make of it."""
    tally, found = 0, []
    for place, pledge in enumerate(versions):
        successor = versions[place + 1] if place + 1 < len(versions) else None
        revoked = _revoked(pledge)
        before, tally = tally, tally + acts_of(pledge, successor).count() - revoked.acts
        terms = terms_of(pledge)
        unlocked = terms.units(tally)
        given = unlocked - terms.units(before) + revoked.quantity
        noted = Claim("gifts noted on acts", gifts[pledge.pk], given)
        ledger = _ledger(versions[: place + 1], successor)
        if successor is None:
            unlocked -= _corrected(versions)
            claims: tuple[Claim, ...] = (
                noted,
                Claim("promised by the ledger", ledger.promised, pledge.cap),
                Claim("unlocked by the ledger", ledger.unlocked, unlocked),
            )
        else:
            claims = (noted,)
        found.append(PledgeRecount(pledge, PledgeTotals(tally, unlocked, ledger.delivered), claims))
    return found


def acts_of(pledge: Pledge, successor: Pledge | None) -> QuerySet[Act]:
    """Return the acts that count for `pledge`: of its kinds, while it ran.

    What the team let count after the end is counted for the campaign, and unlocks nothing.
    """
    since = max(moment for moment in (pledge.starts_at, pledge.activated_at) if moment)
    replaced_at = successor.activated_at if successor is not None else None
    until = min(moment for moment in (pledge.ends_at, replaced_at) if moment)
    return Act.objects.filter(
        Q(decided_at=None) | Q(decided_at__lt=until),
        meter=pledge.meter_id,
        verdict=Verdict.COUNTED,
        kind__in=pledge.kinds,
        received_at__gte=since,
        received_at__lt=until,
    )


def total_gifts(meter: Meter) -> Counter[int]:
    """Return how much is noted on all counted acts of `meter`, for each pledge.

    Most acts gave the same: the database groups equal notes, and each is read once.
    """
    acts = Act.objects.filter(meter=meter, verdict=Verdict.COUNTED).order_by()
    noted = acts.annotate(text=Cast("gifts", TextField())).values_list("text")
    total: Counter[int] = Counter()
    for text, times in noted.annotate(Count("pk")).iterator():
        for pledge, quantity in json.loads(text):
            total[pledge] += times * quantity
    return total


class _Revoked(NamedTuple):
    acts: int
    quantity: int


def _revoked(pledge: Pledge) -> _Revoked:
    """Return how many acts of revoked declarations count no more, and what they had unlocked."""
    rows = pledge.tally_corrections.all()
    return _Revoked(sum(row.acts for row in rows), sum(row.quantity for row in rows))


def _ledger(versions: Sequence[Pledge], successor: Pledge | None) -> Sums:
    """Return what the lines of `versions` add up to, until `successor` took over."""
    entries = LedgerEntry.objects.filter(pledge__in=versions, unit=versions[-1].unit)
    if successor is not None:
        entries = entries.filter(recorded_at__lte=successor.activated_at)
    sums = sums_by_unit(books_of(entries).sums().items())
    return sums.get(versions[-1].unit, Sums())


def _corrected(versions: Sequence[Pledge]) -> int:
    """Return how much of what was unlocked the team took back by hand."""
    corrections = LedgerEntry.objects.filter(
        pledge__in=versions,
        kind=EntryKind.REVERSED,
        reverses=EntryKind.UNLOCKED,
        corrects__isnull=False,
    )
    return corrections.aggregate(total=Sum("quantity"))["total"] or 0
