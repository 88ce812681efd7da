"""The report that a sponsor reads: the reach it paid for, never a person.

One fixed stretch of days, from the first day of its pledges to yesterday: with days to choose from,
two reports could be subtracted. What is hidden, and why that holds: docs/adr/0012-small-cells.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.utils.translation import gettext as _

from audience.domain.reports.acts import counted_by_host, sums_of_acts
from audience.domain.reports.films import FilmSums, retention_of, sums_of_films, watched_parts
from audience.domain.reports.period import Period
from audience.domain.reports.sources import Source, sums_of_shares, sums_of_sources
from audience.enums import ActKind, Origin, ShareChannel
from audience.models import Meter
from campaigns.domain.reports.lines import way_name
from campaigns.domain.reports.small_cells import LEAST, coarse, hide_small
from campaigns.domain.show_promise import Promise, promises_of
from campaigns.models import EmbedHost, Organisation
from campaigns.shown_films import films_of
from media.models import Video

# A share is told in whole twentieths: of a hundred plays, nobody sees what one of them did.
SHARE_STEP = 5

# In the order of the table. Anything else is not named.
_NAMED_WAYS = (Origin.CHANNEL.value, Origin.OWN.value, Origin.SITE.value)

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Cell:
    """A named figure; None where it is hidden."""

    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class DayCell:
    """The acts of a day; None where they are hidden."""

    day: date
    count: int | None


@dataclass(frozen=True, slots=True)
class FilmCell:
    """How a film was watched, in coarse figures; all of them are hidden when it was hardly."""

    title: str
    plays: int | None
    watched_min: int | None
    retention: Sequence[float | None]
    duration_s: float = 0.0


@dataclass(frozen=True, slots=True)
class SponsorReport:
    """What a sponsor reads about one campaign. `counted` is exact: so is the public counter."""

    sponsor: Organisation
    meter: Meter
    period: Period
    promises: Sequence[Promise]
    counted: int
    days: Sequence[DayCell]
    kinds: Sequence[Cell]
    places: Sequence[Cell]
    ways: Sequence[Cell]
    shares: Sequence[Cell]
    films: Sequence[FilmCell]


def promises_of_sponsor(sponsor: Organisation, meter: Meter) -> list[Promise]:
    """Return the public promises of `sponsor` for a campaign, all their versions."""
    return [one for one in promises_of(meter) if one.pledge.sponsor_id == sponsor.pk]


def sponsor_report(sponsor: Organisation, meter: Meter, today: date) -> SponsorReport:
    """Return what `sponsor` may read about the campaign of `meter` on the day `today`."""
    promises = promises_of_sponsor(sponsor, meter)
    period = _period(promises, today)
    kinds = [kind for kind in ActKind.values if any(kind in p.pledge.kinds for p in promises)]
    acts = sums_of_acts(period, meter.pk)
    per_day = [sum(day.kinds.get(kind, 0) for kind in kinds) for day in acts.days]
    per_kind = [acts.kinds.get(kind, 0) for kind in kinds]
    days = zip(acts.days, hide_small(per_day), strict=True)
    return SponsorReport(
        sponsor=sponsor,
        meter=meter,
        period=period,
        promises=[one for one in promises if one.is_current],
        counted=sum(per_day),
        days=[DayCell(day.day, count) for day, count in days],
        kinds=_cells([str(ActKind(kind).label) for kind in kinds], per_kind),
        places=_places(_of_kinds(counted_by_host(period, meter.pk), kinds)),
        ways=_ways(_of_kinds(sums_of_sources(period, meter.pk).named, kinds), sum(per_day)),
        shares=_shares(sums_of_shares(period, meter.pk).channels),
        films=_films(meter, period),
    )


def _period(promises: Sequence[Promise], today: date) -> Period:
    """Return the days from the first start to the last end, today and later left out."""
    yesterday = today - timedelta(days=1)
    if not promises:
        return Period(today, yesterday)
    first = min(one.starts_on for one in promises)
    return Period(first, min(yesterday, max(one.ends_on for one in promises)))


def _cells(names: Sequence[str], counts: Sequence[int]) -> list[Cell]:
    return [Cell(name, count) for name, count in zip(names, hide_small(counts), strict=True)]


def _of_kinds(counted: Mapping[Key, Mapping[str, int]], kinds: Sequence[str]) -> dict[Key, int]:
    return {key: sum(found.get(kind, 0) for kind in kinds) for key, found in counted.items()}


def _places(counted: Mapping[str, int]) -> list[Cell]:
    """Return this site, acts off the web and all small hosts in one, then the others by name.

    That a small host is named would itself say that somebody came from there, and a line for
    small hosts alone would be small itself, and hide a great one beside it.
    """
    named = {key for key, count in counted.items() if key and count >= LEAST}
    hosts = EmbedHost.objects.filter(key__in=named, is_open=True)
    rows = sorted(((host.name, host.key) for host in hosts), key=lambda row: row[0].casefold())
    shown = [counted[key] for _name, key in rows]
    rest = sum(counted.values()) - sum(shown)
    here = _("This site, acts off the web, and sites with fewer than 10 acts")
    return _cells([here, *(name for name, _key in rows)], [rest, *shown])


def _ways(counted: Mapping[Source, int], all_acts: int) -> list[Cell]:
    """Return in one line what is not named, then share links, personal links and other sites.

    Named is what brought ten acts or more, as with hosts. The widget's hosts stand in the table of
    places alone: the same figure in two tables, hidden in one of them, would tell it.
    """
    named = {
        source: count
        for source, count in counted.items()
        if source[0] in _NAMED_WAYS and source != (Origin.SITE, "") and count >= LEAST
    }
    rows = sorted(named.items(), key=lambda row: (_NAMED_WAYS.index(row[0][0]), row[0][1]))
    rest = all_acts - sum(named.values())
    here = _("Directly, by the widget, or by ways with fewer than 10 acts")
    names = [way_name(origin, name, {}) for (origin, name), _count in rows]
    return _cells([here, *names], [rest, *(count for _source, count in rows)])


def _shares(channels: Mapping[str, int]) -> list[Cell]:
    """Return the channels that were used ten times or more; their sum is told nowhere."""
    return [
        Cell(str(ShareChannel(channel).label), coarse(channels[channel]))
        for channel in ShareChannel.values
        if channels.get(channel, 0) >= LEAST
    ]


def _films(meter: Meter, period: Period) -> list[FilmCell]:
    videos = list(films_of(meter.pk))
    films = [video.public_id for video in videos]
    sums, parts = sums_of_films(period, films), watched_parts(period, films)
    return [
        _film(video, sums.get(video.public_id, FilmSums()), parts.get(video.public_id, ()))
        for video in videos
    ]


def _film(video: Video, sums: FilmSums, parts: Sequence[float]) -> FilmCell:
    plays = coarse(sums.plays)
    if plays is None:
        return FilmCell(video.title, None, None, ())
    return FilmCell(
        title=video.title,
        plays=plays,
        watched_min=coarse(int(sums.watched_s // 60)),
        retention=_coarse_shares(retention_of(parts, sums.plays, video.duration), sums.plays),
        duration_s=video.duration,
    )


def _coarse_shares(shares: Sequence[float], plays: int) -> list[float | None]:
    """Return `shares` in whole twentieths, until fewer than ten people go on."""
    found: list[float | None] = []
    for share in shares:
        is_small = share * plays < LEAST or (found and found[-1] is None)
        found.append(None if is_small else int(100 * share) // SHARE_STEP * SHARE_STEP / 100)
    return found
