"""What plots say in words."""

from datetime import date, timedelta

from django.utils.translation import override

from audience.domain.reports.acts import ActSums, DayOfActs
from audience.domain.reports.films import DayOfFilm
from audience.domain.reports.sources import DayOfSources, ShareSums, SourceSums
from campaigns.domain.reports.report_plots import (
    plot_acts,
    plot_plays,
    plot_retention,
    plot_shares,
    plot_sources,
    plot_sponsor_days,
)
from campaigns.domain.reports.sponsor_report import DayCell

FIRST = date(2026, 3, 1)
NEXT = FIRST + timedelta(days=1)


def test_acts():
    days = [DayOfActs(FIRST, {"click": 3}), DayOfActs(NEXT, {"click": 1_200, "view": 34})]
    with override("en"):
        plot = plot_acts(ActSums(days, {"counted": 1_237}))
    assert [str(label) for label in plot.legend] == ["click", "view"]
    assert "From 03/01/2026 to 03/02/2026. Most on 03/02/2026: 1,234." in plot.svg
    assert list(plot.ends) == ["03/01/2026", "03/02/2026"]


def test_no_acts():
    with override("en"):
        plot = plot_acts(ActSums([DayOfActs(FIRST, {})], {}))
        nothing = plot_acts(ActSums([], {}))
    assert "Most on" not in plot.svg
    assert list(nothing.ends) == []


def test_a_sponsors_days_hide_what_is_hidden():
    with override("en"):
        plot = plot_sponsor_days([DayCell(FIRST, None), DayCell(NEXT, 120)])
        small = plot_sponsor_days([DayCell(FIRST, None)])
    assert "Most on 03/02/2026: 120." in plot.svg
    assert plot.has_hidden
    assert "Most on" not in small.svg


def test_plays():
    with override("en"):
        plot = plot_plays([DayOfFilm(FIRST, 3, 1.0), DayOfFilm(NEXT, 5, 1.0)])
    assert plot.title == "Plays per day"
    assert list(plot.marks) == ["6", "3", "0"]


def test_how_people_came():
    days = [DayOfSources(FIRST, {"channel": 3, "direct": 2}), DayOfSources(NEXT, {})]
    named = {("direct", ""): {"click": 2}, ("channel", "x"): {"click": 3}}
    with override("en"):
        plot = plot_sources(SourceSums(days, named))
        nothing = plot_sources(SourceSums([], {}))
    assert list(plot.legend) == ["Share link", "Directly, or not known"]
    assert list(plot.marks) == ["6", "3", "0"]
    assert 'id="ways-title"' in plot.svg
    assert list(nothing.ends) == []


def test_shares():
    with override("en"):
        plot = plot_shares(ShareSums({"x": 5}, [(FIRST, 5), (NEXT, 0)]))
    assert (plot.title, list(plot.marks)) == ("Shares per day", ["6", "3", "0"])
    assert 'id="shares-title"' in plot.svg


def test_retention():
    with override("en"):
        plot = plot_retention([1.0, 0.6, 0.5, 0.25], "film", 125.4)
        cut = plot_retention([1.0, 0.6, None, None], "film", 125.4)
        empty = plot_retention([], "film", 0)
    assert (
        "At half of the film: 50\N{NO-BREAK SPACE}%. At its end: 25\N{NO-BREAK SPACE}%." in plot.svg
    )
    assert list(plot.ends) == ["0:00", "2:05"]
    assert "At half of the film: not shown. At its end: not shown." in cut.svg
    assert "not shown" in empty.svg
