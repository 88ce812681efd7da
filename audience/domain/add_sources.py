"""Add counted acts to the sums of the ways by which people come."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from audience.domain.sums import add_to_sums
from audience.enums import ActKind, Origin
from audience.models import DailySource, Meter, ShareCode
from audience.received import Arrival

# Browsers name other sites, so anybody can invent some: what comes on top stands together, unnamed.
MOST_SITES_PER_DAY = 200
_KEYS = ("meter_id", "day", "kind", "origin", "name")

Source = tuple[str, str]


def add_sources(meter: Meter, arrivals: Sequence[Arrival], codes: Mapping[str, ShareCode]) -> None:
    """Add `arrivals` to the sums of their day. `codes`: those that count, by name.

    Acts elsewhere came from nowhere: they are left out.
    """
    amounts: Counter[tuple] = Counter()
    for arrival in arrivals:
        act = arrival.act
        if act.kind != ActKind.OFFSITE:
            amounts[act.day, act.kind, *source_of(arrival, codes)] += 1
    sites = {(day, name) for day, _kind, origin, name in amounts if origin == Origin.SITE}
    unnamed = _too_many(meter, sites)
    sums: Counter[tuple] = Counter()
    for (day, kind, origin, name), count in amounts.items():
        shown = "" if origin == Origin.SITE and (day, name) in unnamed else name
        sums[meter.pk, day, kind, origin, shown] += count
    add_to_sums(DailySource, _KEYS, "count", sums)


def source_of(arrival: Arrival, codes: Mapping[str, ShareCode]) -> Source:
    """Return how somebody came: by a code, a widget, another site, or nobody knows how."""
    code = codes.get(arrival.act.came_by)
    if code is not None:
        return (Origin.OWN.value, "") if code.is_own else (Origin.CHANNEL.value, code.channel)
    if arrival.act.host:
        return Origin.WIDGET.value, arrival.act.host
    if arrival.site:
        return Origin.SITE.value, arrival.site
    return Origin.DIRECT.value, ""


def _too_many(meter: Meter, sites: set[tuple[date, str]]) -> set[tuple[date, str]]:
    """Return those of `sites` that are new on a day that has enough of them."""
    if not sites:
        return set()
    days = {day for day, _ in sites}
    rows = DailySource.objects.filter(meter=meter, day__in=days, origin=Origin.SITE)
    known = set(rows.values_list("day", "name").distinct())
    count, beyond = Counter(day for day, _ in known), set()
    for day, name in sorted(sites - known):
        if count[day] >= MOST_SITES_PER_DAY:
            beyond.add((day, name))
        count[day] += 1
    return beyond
