"""What the team reads about the site, a campaign, a film."""

import pytest

from audience.domain.reports.period import last_days
from audience.models import Meter
from campaigns.domain.reports.team_reports import (
    report_of_campaign,
    report_of_film,
    report_of_site,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def film(make_film, watched):
    film = make_film("Le poireau", with_files=False, duration=100.0)
    watched(film, 10, seconds={0: 20.0, 1: 5.0})
    return film


def test_the_site(meter, total, film, today):
    other = Meter.objects.create(name="Autre")
    total(3)
    total(5, meter=other, host="hote")
    report = report_of_site(last_days(7, today))
    assert report.acts.counted == 8
    assert [(line.name, line.counted) for line in report.campaigns] == [
        ("Autre", 5),
        ("Deux kilos", 3),
    ]
    assert [line.counted for line in report.places] == [5, 3]
    assert (report.plays, report.watched_s) == (10, 25.0)
    assert report.promises == ()


def test_a_campaign_and_its_films_alone(
    meter, total, film, make_film, make_campaign, watched, make_pledge, today
):
    watched(make_film("Autre", with_files=False), 99)
    make_campaign(video=film, meter=meter)
    total(3)
    total(5, meter=Meter.objects.create(name="Autre"))
    pledge = make_pledge()
    make_pledge(state="draft")
    report = report_of_campaign(meter, last_days(7, today))
    assert (report.acts.counted, report.plays, list(report.campaigns)) == (3, 10, [])
    assert [line.video for line in report.films] == [film]
    assert [one.pledge for one in report.promises] == [pledge]


def test_a_film(film, today):
    report = report_of_film(film, last_days(7, today))
    assert (report.sums.plays, report.sums.watched_s, len(report.days)) == (10, 25.0, 7)
    assert report.retention[:3] == (1.0, 0.25, 0.0)


def test_a_film_that_nobody_played(make_film, today):
    report = report_of_film(make_film(with_files=False), last_days(7, today))
    assert (report.sums.plays, report.retention) == (0, ())


def test_how_people_came(meter, came, shared, today):
    came(3, "channel", "x")
    came(5, "direct", "", meter=Meter.objects.create(name="Autre"))
    shared(2, meter)
    report = report_of_campaign(meter, last_days(7, today))
    assert [(line.name, line.counted) for line in report.ways] == [("X", 3)]
    assert report.shares.channels == {"mastodon": 2}
    assert [line.counted for line in report_of_site(last_days(7, today)).ways] == [5, 3]
