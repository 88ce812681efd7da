"""Hours as people say them, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from live.domain.say_times import city_of, say_drift, say_hour, say_moment, say_until, say_zone


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "said", "hour"),
    [
        ("fr", "samedi 12 décembre 2043 à 20 h 30", "20 h 30"),
        ("en", "Saturday 12 December 2043 at 20:30", "20:30"),
    ],
)
def test_a_moment(language, said, hour):
    instant = datetime(2043, 12, 12, 19, 30, tzinfo=UTC)
    with override(language):
        assert plain(say_moment(instant, "Europe/Paris")) == said
        assert plain(say_hour(instant, "Europe/Paris")) == hour


def test_this_year_is_not_said():
    now = timezone.now()
    assert str(now.year) not in say_moment(now, "UTC")


def test_an_hour_as_it_comes():
    assert plain(say_hour(datetime(2026, 12, 12, 9, 5, tzinfo=UTC))) == "9 h 05"


def test_zones_are_called_by_their_city():
    assert (city_of("America/Montreal"), say_zone("Europe/Paris")) == ("Montréal", "heure de Paris")
    with override("en"):
        assert say_zone("Europe/Lisbon") == "Lisbon time"


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=-5), "d’un instant à l’autre"),
        (timedelta(minutes=5, seconds=3), "dans 5 minutes"),
        (timedelta(hours=3, minutes=59), "dans 3 heures"),
        (timedelta(days=10, hours=5), "dans 10 jours"),
    ],
)
def test_how_long_still(left, said):
    now = timezone.now()
    assert plain(say_until(now + left, now)) == said


@pytest.mark.parametrize(
    ("drift_s", "said"),
    [(0, ""), (29, ""), (60, "1 minute de retard"), (-150, "2 minutes d’avance")],
)
def test_drift_is_said_in_whole_minutes(drift_s, said):
    assert plain(say_drift(drift_s)) == said
