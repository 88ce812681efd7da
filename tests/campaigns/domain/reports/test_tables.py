"""Reports as rows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from audience.domain.reports.films import DayOfFilm, FilmSums
from audience.domain.reports.period import last_days
from campaigns.domain.reports.sponsor_report import sponsor_report
from campaigns.domain.reports.tables import (
    acts_table,
    film_tables,
    shares_table,
    sources_table,
    sponsor_table,
    team_tables,
)
from campaigns.domain.reports.team_reports import FilmReport
from campaigns.models import EmbedHost
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


def test_acts_with_the_names_of_places(total, today):
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    total(12, days_ago=2)
    total(3, host=host.key)
    total(1, host="gone", verdict="refused", reason="bot")
    with override("en"):
        table = acts_table(last_days(7, today))
        rows = list(table.rows)
    before, yesterday = (str(today - timedelta(days=number)) for number in (2, 1))
    assert rows[0] == (before, "Deux kilos", "click", "This site", 12, 0, 0)
    assert sorted(rows[1:], key=lambda row: row[3]) == [
        (yesterday, "Deux kilos", "click", "Le blog", 3, 0, 0),
        (yesterday, "Deux kilos", "click", "gone", 0, 1, 0),
    ]
    assert len(table.headings) == len(rows[0])


def test_acts_elsewhere_say_which_way_they_came(total, today, meter):
    batch, _codes = make_batch(meter)
    total(2, kind="offsite", host=batch.origin)
    with override("en"):
        (row,) = acts_table(last_days(7, today)).rows
    assert row[2:5] == ("act elsewhere", "Codes of products: Café 250 g", 2)


def test_how_people_came_and_what_they_shared(meter, came, shared, today, make_campaign):
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    page = make_campaign("Une affiche", meter=meter)
    came(12, "widget", host.key)
    came(3, "site", "=cmd.example", days_ago=2)
    shared(4, meter, kind="campaign", key=str(page.pk), secret="s")
    shared(2, meter, days_ago=2)
    week = last_days(7, today)
    before, yesterday = (str(today - timedelta(days=number)) for number in (2, 1))
    with override("en"):
        assert list(sources_table(week).rows) == [
            (before, "Deux kilos", "click", "another site", "=cmd.example", 3),
            (yesterday, "Deux kilos", "click", "widget", "Le blog", 12),
        ]
        assert list(shares_table(week, meter.pk).rows) == [
            (before, "Deux kilos", "leek 7", "Mastodon", 2),
            (yesterday, "Deux kilos", "Une affiche", "Personal link", 4),
        ]
    assert list(team_tables(week)) == ["acts", "sources", "shares"]


def test_a_film(today):
    days = [DayOfFilm(today, 4, 12.6)]
    report = FilmReport(last_days(1, today), FilmSums(4, 12.6), days, (1.0, 0.3333))
    plays, retention = film_tables(report)
    assert list(plays.rows) == [(today.isoformat(), 4, 13)]
    assert list(retention.rows) == [(0, 100.0), (50, 33.3)]
    without = FilmReport(last_days(1, today), FilmSums(), [], ())
    assert [list(table.rows) for table in film_tables(without)] == [[], []]


def test_a_sponsor_gets_the_same_figures_hidden(
    make_pledge, total, today, make_film, make_campaign
):
    pledge = make_pledge(starts_at=timezone.now() - timedelta(days=3))
    make_campaign(video=make_film(with_files=False), meter=pledge.meter)
    for days_ago, count in ((3, 57), (2, 3), (1, 44)):
        total(count, days_ago=days_ago)
    with override("en"):
        rows = list(sponsor_table(sponsor_report(pledge.sponsor, pledge.meter, today)).rows)
    found = {(figure, of): value for figure, of, value in rows}
    assert found["Acts counted", "Deux kilos"] == 104
    assert [v for (figure, _of), v in found.items() if figure == "Acts per day"] == [
        50,
        "hidden",
        "hidden",
    ]
    assert found["Acts by kind", "view"] == "hidden"
    assert found["Plays", "Le poireau"] == found["Minutes watched", "Le poireau"] == "hidden"
    assert ("Unlocked", "of légumes (g)") in found
