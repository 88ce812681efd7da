"""The plots of reports, with their titles and descriptions in words."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from audience.domain.reports.acts import ActSums
from audience.domain.reports.films import DayOfFilm
from audience.domain.reports.sources import ShareSums, SourceSums
from audience.enums import ActKind, Origin
from campaigns.domain.reports.draw_plots import Plot, Series, Words, draw_bars, draw_curve
from campaigns.domain.reports.sponsor_report import DayCell


def plot_acts(acts: ActSums) -> Plot:
    """Return the counted acts of each day, stacked by kind."""
    days = acts.days
    best = max(days, key=lambda day: day.counted, default=None)
    series = [
        Series(str(ActKind(kind).label), [day.kinds.get(kind, 0) for day in days])
        for kind in acts.kinds
    ]
    words = _per_day(_("Acts counted per day"), [day.day for day in days])
    if best is not None and best.counted:
        words = _with_best(words, best.day, best.counted)
    return draw_bars(words, series or [Series("", [0 for _day in days])])


def plot_sources(sources: SourceSums) -> Plot:
    """Return the counted acts of each day, stacked by how their people came."""
    days = sources.days
    series = [
        Series(capfirst(str(Origin(origin).label)), [day.origins.get(origin, 0) for day in days])
        for origin in sources.origins
    ]
    words = _per_day(_("How people came, per day"), [day.day for day in days], "ways")
    return draw_bars(words, series or [Series("", [0 for _day in days])])


def plot_shares(shares: ShareSums) -> Plot:
    """Return how often share links were pressed, each day."""
    words = _per_day(_("Shares per day"), [day for day, _count in shares.days], "shares")
    return draw_bars(words, [Series("", [count for _day, count in shares.days])])


def plot_sponsor_days(days: Sequence[DayCell]) -> Plot:
    """Return the acts of each day as a sponsor sees them."""
    words = _per_day(_("Acts counted per day"), [cell.day for cell in days])
    best = max(days, key=lambda cell: cell.count or 0, default=None)
    if best is not None and best.count:
        words = _with_best(words, best.day, best.count)
    return draw_bars(words, [Series("", [cell.count for cell in days])])


def plot_plays(days: Sequence[DayOfFilm]) -> Plot:
    """Return how often a film was started, each day."""
    words = _per_day(_("Plays per day"), [day.day for day in days])
    return draw_bars(words, [Series("", [day.plays for day in days])])


def plot_retention(shares: Sequence[float | None], name: str, duration_s: float) -> Plot:
    """Return how far people watch a film that lasts `duration_s`."""
    known = [share for share in shares if share is not None]
    half, end = _share_at(known, len(shares) // 2), _share_at(known, len(shares) - 1)
    description = _("At half of the film: %(half)s. At its end: %(end)s.") % {
        "half": half,
        "end": end,
    }
    minutes, seconds = divmod(round(duration_s), 60)
    ends = ("0:00", f"{minutes}:{seconds:02}")
    words = Words(name, _("How far the film is watched"), description, ends)
    return draw_curve(words, shares)


def _per_day(title: str, days: Sequence[date], name: str = "days") -> Words:
    ends = tuple(date_format(day, "SHORT_DATE_FORMAT") for day in (*days[:1], *days[-1:]))
    if not ends:
        return Words(name, title, title)
    description = _("From %(first)s to %(last)s.") % {"first": ends[0], "last": ends[-1]}
    return Words(name, title, description, ends)


def _with_best(words: Words, day: date, count: int) -> Words:
    best = _("Most on %(day)s: %(count)s.") % {
        "day": date_format(day, "SHORT_DATE_FORMAT"),
        "count": number_format(count, force_grouping=True),
    }
    return Words(words.name, words.title, f"{words.description} {best}", words.ends)


def _share_at(shares: Sequence[float], place: int) -> str:
    if place >= len(shares) or place < 0:
        return _("not shown")
    return f"{round(100 * shares[place])}\N{NO-BREAK SPACE}%"
