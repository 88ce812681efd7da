"""Reports as tables, for files that spreadsheets read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from audience.domain.reports.acts import exported_days
from audience.domain.reports.period import Period
from audience.domain.reports.sources import exported_shares, exported_sources
from audience.enums import ActKind, Origin, ShareChannel
from audience.shared import shared_of
from campaigns.domain.reports.lines import way_name
from campaigns.domain.reports.place_names import lines_of_places
from campaigns.domain.reports.sponsor_report import SponsorReport
from campaigns.domain.reports.team_reports import FilmReport
from campaigns.models import EmbedHost

Value = str | int | float | Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """A name, headings, and rows that are made one by one: they may be very many."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]


def acts_table(period: Period, meter_id: int | None = None) -> Table:
    """Return all acts of `period`: a row for each day, campaign, kind and place."""
    headings = (
        _("Day"),
        _("Campaign"),
        _("Act"),
        _("Place"),
        _("Counted"),
        _("Refused"),
        _("To verify"),
    )
    return Table(_("Acts"), headings, _act_rows(period, meter_id))


def sources_table(period: Period, meter_id: int | None = None) -> Table:
    """Return how people came: a row for each day, campaign, kind and way."""
    headings = (_("Day"), _("Campaign"), _("Act"), _("Way"), _("Name"), _("Counted"))
    return Table(_("How people came"), headings, _source_rows(period, meter_id))


def shares_table(period: Period, meter_id: int | None = None) -> Table:
    """Return how often pages were shared: a row for each day, page and channel."""
    headings = (_("Day"), _("Campaign"), _("Page"), _("Channel"), _("Shares"))
    return Table(_("Shares"), headings, _share_rows(period, meter_id))


def team_tables(period: Period, meter_id: int | None = None) -> dict[str, Table]:
    """Return all tables of acts of a period, by the name that addresses give them."""
    return {
        "acts": acts_table(period, meter_id),
        "sources": sources_table(period, meter_id),
        "shares": shares_table(period, meter_id),
    }


def film_tables(report: FilmReport) -> list[Table]:
    """Return the days of a film, and how far people watched it."""
    days = Table(
        _("Plays"),
        (_("Day"), _("Plays"), _("Seconds watched")),
        ((one.day.isoformat(), one.plays, round(one.watched_s)) for one in report.days),
    )
    parts = len(report.retention) or 1
    retention = Table(
        _("Retention"),
        (_("From, in percent of the film"), _("Share of plays, in percent")),
        (
            (round(100 * part / parts), round(100 * share, 1))
            for part, share in enumerate(report.retention)
        ),
    )
    return [days, retention]


def sponsor_table(report: SponsorReport) -> Table:
    """Return what a sponsor reads, with the same figures hidden."""
    headings = (_("Figure"), _("Of"), _("Value"))
    return Table(_("Report"), headings, _sponsor_rows(report))


def shown(count: int | None) -> Value:
    """Return a figure of a sponsor's table, or the word that stands for a hidden one."""
    return _("hidden") if count is None else count


def _act_rows(period: Period, meter_id: int | None) -> Iterator[Sequence[Value]]:
    places: dict[str, str] = {"": _("This site")}
    kinds = {kind.value: str(kind.label) for kind in ActKind}
    for day, meter, kind, host, *ended in exported_days(period, meter_id):
        if host not in places:
            places[host] = lines_of_places([host]).get(host, host)
        yield (day.isoformat(), meter, kinds.get(kind, kind), places[host], *ended)


def _source_rows(period: Period, meter_id: int | None) -> Iterator[Sequence[Value]]:
    hosts = dict(EmbedHost.objects.values_list("key", "name"))
    for day, meter, kind, origin, name, count in exported_sources(period, meter_id):
        way, act = str(Origin(origin).label), str(ActKind(kind).label)
        yield (day.isoformat(), meter, act, way, way_name(origin, name, hosts), count)


def _share_rows(period: Period, meter_id: int | None) -> Iterator[Sequence[Value]]:
    titles: dict[tuple[str, str], str] = {}
    for day, meter, kind, key, channel, count in exported_shares(period, meter_id):
        if (kind, key) not in titles:
            subject = shared_of(kind, key)
            titles[kind, key] = subject.title if subject else f"{kind} {key}"
        label = str(ShareChannel(channel).label)
        yield (day.isoformat(), meter, titles[kind, key], label, count)


def _sponsor_rows(report: SponsorReport) -> Iterator[Sequence[Value]]:
    yield _("Acts counted"), report.meter.name, report.counted
    for promise in report.promises:
        yield _("Unlocked"), f"{promise.goods} ({promise.unit})", promise.unlocked
        yield _("Delivered"), f"{promise.goods} ({promise.unit})", promise.pledge.delivered
    for kind in report.kinds:
        yield _("Acts by kind"), kind.name, shown(kind.count)
    for place in report.places:
        yield _("Acts by place"), place.name, shown(place.count)
    for way in report.ways:
        yield _("Acts by way"), way.name, shown(way.count)
    for channel in report.shares:
        yield _("Shares"), channel.name, shown(channel.count)
    for day in report.days:
        yield _("Acts per day"), day.day.isoformat(), shown(day.count)
    for film in report.films:
        yield _("Plays"), film.title, shown(film.plays)
        yield _("Minutes watched"), film.title, shown(film.watched_min)
