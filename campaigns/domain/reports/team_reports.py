"""The reports that the team reads: of the whole site, of a campaign, of a film."""

from collections.abc import Sequence
from dataclasses import dataclass

from audience.domain.reports.acts import (
    ActSums,
    counted_by_host,
    counted_by_meter,
    sums_of_acts,
)
from audience.domain.reports.films import (
    DayOfFilm,
    FilmSums,
    days_of_film,
    retention_of,
    sums_of_films,
    watched_parts,
)
from audience.domain.reports.period import Period
from audience.domain.reports.sources import (
    ShareSums,
    SourceSums,
    sums_of_shares,
    sums_of_sources,
)
from audience.models import Meter
from campaigns.domain.reports.lines import (
    ActLine,
    FilmLine,
    campaign_lines,
    film_lines,
    place_lines,
    way_lines,
)
from campaigns.domain.show_promise import Promise, promises_of
from campaigns.shown_films import films_of
from media.models import Video


@dataclass(frozen=True, slots=True)
class ActReport:
    """The acts of a period: of one campaign, or of all of them, with a line for each."""

    period: Period
    acts: ActSums
    campaigns: Sequence[ActLine]
    places: Sequence[ActLine]
    films: Sequence[FilmLine]
    sources: SourceSums
    shares: ShareSums
    promises: Sequence[Promise] = ()

    @property
    def ways(self) -> list[ActLine]:
        """A line for each way by which people came. One query."""
        return way_lines(self.sources.named)

    @property
    def plays(self) -> int:
        return sum(line.sums.plays for line in self.films)

    @property
    def watched_s(self) -> float:
        return sum(line.sums.watched_s for line in self.films)


@dataclass(frozen=True, slots=True)
class FilmReport:
    """How a film was watched in a period. `retention`: shares of its fiftieths, 0 to 1."""

    period: Period
    sums: FilmSums
    days: Sequence[DayOfFilm]
    retention: Sequence[float]


def report_of_site(period: Period) -> ActReport:
    """Return the report of all campaigns and films."""
    return ActReport(
        period=period,
        acts=sums_of_acts(period),
        campaigns=campaign_lines(counted_by_meter(period)),
        places=place_lines(counted_by_host(period)),
        films=film_lines(sums_of_films(period)),
        sources=sums_of_sources(period),
        shares=sums_of_shares(period),
    )


def report_of_campaign(meter: Meter, period: Period) -> ActReport:
    """Return the report of one campaign. A film it shows may serve others too: it is not split."""
    films = films_of(meter.pk).values_list("public_id", flat=True)
    return ActReport(
        period=period,
        acts=sums_of_acts(period, meter.pk),
        campaigns=(),
        places=place_lines(counted_by_host(period, meter.pk)),
        films=film_lines(sums_of_films(period, films)),
        sources=sums_of_sources(period, meter.pk),
        shares=sums_of_shares(period, meter.pk),
        promises=[promise for promise in promises_of(meter) if promise.is_current],
    )


def report_of_film(video: Video, period: Period) -> FilmReport:
    """Return the report of one film."""
    film = video.public_id
    days = days_of_film(period, film)
    sums = FilmSums(sum(day.plays for day in days), sum(day.watched_s for day in days))
    parts = watched_parts(period, [film]).get(film, ())
    return FilmReport(period, sums, days, retention_of(parts, sums.plays, video.duration))
