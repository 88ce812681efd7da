"""How people came who acted, and how often pages were shared, from the sums of days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet, Sum

from audience.domain.reports.acts import Kinds
from audience.domain.reports.period import Period
from audience.enums import Origin, ShareChannel
from audience.models import DailyShares, DailySource

Source = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DayOfSources:
    """The acts of a day by how their people came."""

    day: date
    origins: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SourceSums:
    """The ways of a period. `named`: acts by (origin, name) and kind; `days` has all of them."""

    days: Sequence[DayOfSources]
    named: Mapping[Source, Kinds]

    @property
    def origins(self) -> list[str]:
        """The origins that were seen, in their own order."""
        seen = {origin for origin, _name in self.named}
        return [origin for origin in Origin.values if origin in seen]


@dataclass(frozen=True, slots=True)
class ShareSums:
    """How often share links were pressed: by channel, most first, and each day of the period."""

    channels: Mapping[str, int]
    days: Sequence[tuple[date, int]]

    @property
    def count(self) -> int:
        return sum(self.channels.values())


class ExportedSource(NamedTuple):
    """A line of the export: the acts of a kind that came one way on a day."""

    day: date
    meter: str
    kind: str
    origin: str
    name: str
    acts: int


class ExportedShares(NamedTuple):
    """A line of the export: how often one page was shared by one channel on a day."""

    day: date
    meter: str
    kind: str
    key: str
    channel: str
    shares: int


def sums_of_sources(period: Period, meter_id: int | None = None) -> SourceSums:
    """Return the ways by which people came, to one campaign or to all. One query."""
    days: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    named: dict[Source, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = _sources(period, meter_id).values_list("day", "origin", "name", "kind")
    for day, origin, name, kind, count in rows.annotate(Sum("count")):
        days[day][origin] += int(count)
        named[origin, name][kind] += int(count)
    return SourceSums([DayOfSources(day, dict(days.get(day, {}))) for day in period], dict(named))


def sums_of_shares(period: Period, meter_id: int | None = None) -> ShareSums:
    """Return how often pages were shared: of one campaign or all. One query."""
    days: dict[date, int] = defaultdict(int)
    channels: dict[str, int] = defaultdict(int)
    rows = _shares(period, meter_id).values_list("day", "code__channel").annotate(Sum("count"))
    for day, channel, count in rows:
        days[day] += int(count)
        channels[channel] += int(count)
    order = {channel: place for place, channel in enumerate(ShareChannel.values)}
    most_first = sorted(channels.items(), key=lambda item: (-item[1], order[item[0]]))
    return ShareSums(dict(most_first), [(day, days.get(day, 0)) for day in period])


def exported_sources(period: Period, meter_id: int | None = None) -> Iterator[ExportedSource]:
    """Yield the lines of an export, day by day."""
    keys = ("day", "meter__name", "kind", "origin", "name")
    rows = _sources(period, meter_id).order_by(*keys).values_list(*keys).annotate(Sum("count"))
    return (
        ExportedSource(day, meter, kind, origin, name, int(count))
        for day, meter, kind, origin, name, count in rows.iterator(chunk_size=2_000)
    )


def exported_shares(period: Period, meter_id: int | None = None) -> Iterator[ExportedShares]:
    """Yield the lines of an export, day by day."""
    keys = ("day", "code__kind", "code__key", "code__channel")
    rows = _shares(period, meter_id).order_by(*keys).values_list(*keys, "code__meter__name")
    return (
        ExportedShares(day, meter or "", kind, key, channel, int(count))
        for day, kind, key, channel, meter, count in rows.annotate(Sum("count")).iterator(
            chunk_size=2_000
        )
    )


def _sources(period: Period, meter_id: int | None) -> QuerySet[DailySource]:
    found = DailySource.objects.filter(day__range=(period.first, period.last)).order_by()
    return found if meter_id is None else found.filter(meter=meter_id)


def _shares(period: Period, meter_id: int | None) -> QuerySet[DailyShares]:
    found = DailyShares.objects.filter(day__range=(period.first, period.last)).order_by()
    return found if meter_id is None else found.filter(code__meter=meter_id)
