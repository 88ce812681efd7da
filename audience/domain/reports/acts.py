"""How many acts there were: per day, kind, campaign and host, from the totals of days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet, Sum

from audience.domain.reports.period import Period
from audience.enums import ActKind, Verdict
from audience.models import DailyTotal

Kinds = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DayOfActs:
    """The acts counted on a day, by kind."""

    day: date
    kinds: Kinds

    @property
    def counted(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class ActSums:
    """The acts of a period. `days` has all of them, also those on which nothing happened."""

    days: Sequence[DayOfActs]
    verdicts: Mapping[str, int]

    @property
    def kinds(self) -> dict[str, int]:
        """Counted acts by kind, in the order of the kinds; those that never came are left out."""
        sums = {kind: sum(day.kinds.get(kind, 0) for day in self.days) for kind in ActKind.values}
        return {kind: count for kind, count in sums.items() if count}

    @property
    def counted(self) -> int:
        return self.verdicts.get(Verdict.COUNTED, 0)

    @property
    def received(self) -> int:
        return sum(self.verdicts.values())


class ExportedDay(NamedTuple):
    """A line of the export: how the acts of a kind, from one place, ended on a day."""

    day: date
    meter: str
    kind: str
    host: str
    counted: int
    refused: int
    to_verify: int


def sums_of_acts(period: Period, meter_id: int | None = None) -> ActSums:
    """Return the acts of `period`, of one meter or of all. One query."""
    days: dict[date, dict[str, int]] = defaultdict(dict)
    verdicts: dict[str, int] = defaultdict(int)
    found = _totals(period, meter_id).values_list("day", "kind", "verdict")
    for day, kind, verdict, count in found.annotate(Sum("count")):
        verdicts[verdict] += int(count)
        if verdict == Verdict.COUNTED:
            days[day][kind] = int(count)
    return ActSums([DayOfActs(day, days.get(day, {})) for day in period], dict(verdicts))


def counted_by_meter(period: Period) -> dict[int, dict[str, int]]:
    """Return the counted acts of each meter, by kind. One query."""
    return _by("meter_id", _totals(period))


def counted_by_host(period: Period, meter_id: int | None = None) -> dict[str, dict[str, int]]:
    """Return the counted acts by host and kind; under "", those made on this site. One query."""
    return _by("host", _totals(period, meter_id))


def exported_days(period: Period, meter_id: int | None = None) -> Iterator[ExportedDay]:
    """Yield the lines of an export, day by day; however many there are, few are in memory."""
    keys = ("day", "meter__name", "kind", "host")
    verdicts = {
        verdict.value: Sum("count", filter=Q(verdict=verdict), default=0) for verdict in Verdict
    }
    rows = _totals(period, meter_id).order_by(*keys).values_list(*keys).annotate(**verdicts)
    for row in rows.iterator(chunk_size=2_000):
        yield ExportedDay(*row[:4], *map(int, row[4:]))


def _totals(period: Period, meter_id: int | None = None) -> QuerySet[DailyTotal]:
    totals = DailyTotal.objects.filter(day__range=(period.first, period.last)).order_by()
    return totals if meter_id is None else totals.filter(meter=meter_id)


def _by(key: str, totals: QuerySet[DailyTotal]) -> dict:
    found: dict = defaultdict(dict)
    counted = totals.filter(verdict=Verdict.COUNTED, count__gt=0).values_list(key, "kind")
    for name, kind, count in counted.annotate(Sum("count")):
        found[name][kind] = int(count)
    return dict(found)
