"""Make every total anew from the rows of the acts, and compare with what is kept.

The database groups and adds; no act is built in memory. Each meter is looked at under its lock, so
that a recount of a site at work sees each in a state that was true.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count

from audience.enums import Reason, Verdict
from audience.models import Act, ActCorrection, DailyTotal, Meter
from campaigns.domain.ledger.head import head_of_ledger
from campaigns.domain.ledger.recount_promise import (
    PledgeRecount,
    promises_in,
    recount_promise,
    total_gifts,
)
from campaigns.domain.ledger.totals import (
    UNPUBLISHED,
    Ended,
    MeterTotals,
    PledgeName,
    PledgeTotals,
    Totals,
    sealed_sums,
    with_acts,
)
from campaigns.models import Pledge


class DayKey(NamedTuple):
    """What a `DailyTotal` of a meter counts."""

    day: date
    kind: str
    host: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that is not what the rows give."""

    what: str
    kept: int
    recounted: int
    is_mended: bool

    def __str__(self) -> str:
        return f"{self.what}: kept {self.kept}, recounted {self.recounted}"


@dataclass
class Recount:
    """All totals from the rows, and where what was kept differs."""

    differences: list[Difference] = field(default_factory=list)
    meters: dict[str, MeterTotals] = field(default_factory=dict)
    ended: Counter[Ended] = field(default_factory=Counter)
    pledges: dict[PledgeName, PledgeTotals] = field(default_factory=dict)

    @property
    def remaining(self) -> list[Difference]:
        """The differences that are still there."""
        return [one for one in self.differences if not one.is_mended]

    def totals(self) -> Totals:
        """Return the recounted figures, to be written as they are published."""
        head = head_of_ledger()
        pledges = dict(sorted(self.pledges.items(), key=lambda item: item[0].pk))
        meters = with_acts(self.meters.items())
        return Totals(meters, self.ended, pledges, sealed_sums(head), head)


def recount(*, write: bool = False) -> Recount:
    """Recount every meter with its pledges.

    `write` mends the totals that are derived: of meters, days and pledges. What acts and ledger say
    against each other is never mended here: that takes a visible entry.
    """
    found = Recount()
    for pk in Meter.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            meter = Meter.objects.select_for_update().get(pk=pk)
            _recount_meter(meter, found, write)
            _recount_pledges(meter, found, write)
    return found


def _recount_meter(meter: Meter, found: Recount, write: bool) -> None:
    days = _days_from_acts(meter)
    taken_back = _take_back(meter, days, found)
    by_verdict: Counter[str] = Counter()
    for key, count in days.items():
        by_verdict[key.verdict] += count
        found.ended[Ended(key.kind, key.verdict, key.reason)] += count
    totals = MeterTotals(*(by_verdict[verdict] for verdict in Verdict.values))
    found.meters[meter.key] = totals
    wrong = _compare(
        found, f"meter {meter.key}, ", MeterTotals(*_kept_totals(meter)), totals, write
    )
    wrong_days = _compare_days(meter, days, found, write)
    if meter.taken_back != taken_back:
        what = f"meter {meter.key}, taken back"
        found.differences.append(Difference(what, meter.taken_back, taken_back, write))
        wrong = True
    if write and (wrong or wrong_days):
        _mend_days(meter, wrong_days)
        Meter.objects.filter(pk=meter.pk).update(
            version=meter.version + 1, taken_back=taken_back, **totals._asdict()
        )


def _kept_totals(meter: Meter) -> tuple[int, int, int]:
    return meter.counted, meter.refused, meter.to_verify


def _days_from_acts(meter: Meter) -> dict[DayKey, int]:
    acts = Act.objects.filter(meter=meter).order_by().values_list(*DayKey._fields)
    return {DayKey(*key): count for *key, count in acts.annotate(Count("pk")).iterator()}


def _take_back(meter: Meter, days: dict[DayKey, int], found: Recount) -> int:
    """Move what was taken back from the counted acts of `days` to the refused ones.

    An origin is taken back as a whole. Where acts and correction say different things, nothing here
    can say which is right: that is never mended. Returns how many acts were taken back.
    """
    taken_back = 0
    for one in ActCorrection.objects.filter(meter=meter).order_by("pk"):
        group = (one.day, one.kind, one.host)
        counted = [key for key in days if key[:3] == group and key.verdict == Verdict.COUNTED]
        acts = sum(days.pop(key) for key in counted)
        if acts != one.acts:
            what = f"meter {meter.key}, taken back of {one.host} on {one.day}"
            found.differences.append(Difference(what, one.acts, acts, is_mended=False))
        days[DayKey(*group, Verdict.REFUSED.value, Reason.REVOKED.value)] = acts
        taken_back += acts
    return taken_back


def _compare(
    found: Recount, name: str, kept: NamedTuple, recounted: NamedTuple, is_mended: bool
) -> bool:
    """Note where two totals of the same kind differ; return whether they do."""
    for label, before, now in zip(kept._fields, kept, recounted, strict=True):
        if before != now:
            found.differences.append(Difference(f"{name}{label}", before, now, is_mended))
    return kept != recounted


def _compare_days(
    meter: Meter, days: Mapping[DayKey, int], found: Recount, write: bool
) -> dict[DayKey, int]:
    """Return the right number for each day's total that is wrong."""
    rows = DailyTotal.objects.filter(meter=meter).values_list(*DayKey._fields, "count")
    kept = {DayKey(*key): count for *key, count in rows}
    wrong = {}
    for key in sorted(kept.keys() | days.keys()):
        before, now = kept.get(key, 0), days.get(key, 0)
        if before != now:
            what = " ".join(str(part) for part in (f"meter {meter.key},", *key) if part)
            found.differences.append(Difference(what, before, now, write))
            wrong[key] = now
    return wrong


def _mend_days(meter: Meter, wrong: Mapping[DayKey, int]) -> None:
    for key, count in wrong.items():
        row: dict[str, Any] = key._asdict()
        if count:
            DailyTotal.objects.update_or_create(meter=meter, **row, defaults={"count": count})
        else:
            DailyTotal.objects.filter(meter=meter, **row).delete()


def _recount_pledges(meter: Meter, found: Recount, write: bool) -> None:
    pledges = (
        Pledge.objects.filter(meter=meter)
        .exclude(state__in=UNPUBLISHED)
        .prefetch_related("clauses", "tally_corrections")
        .order_by("version", "pk")
    )
    if not pledges:
        return
    gifts = total_gifts(meter)
    for versions in promises_in(pledges):
        for one in recount_promise(versions, gifts):
            _compare_pledge(meter, one, found, write)


def _compare_pledge(meter: Meter, one: PledgeRecount, found: Recount, write: bool) -> None:
    pledge, totals = one.pledge, one.totals
    name = PledgeName(pledge.pk, meter.key, pledge.unit, pledge.cap, pledge.replaces_id)
    found.pledges[name] = totals
    kept = PledgeTotals(pledge.tally, pledge.unlocked, pledge.delivered)
    can_mend = write and one.agrees
    if _compare(found, f"pledge {pledge.pk}, ", kept, totals, can_mend) and can_mend:
        Pledge.objects.filter(pk=pledge.pk).update(**totals._asdict())
    for what, said, expected in one.claims:
        if said != expected:
            what = f"pledge {pledge.pk}, {what}"
            found.differences.append(Difference(what, said, expected, is_mended=False))
