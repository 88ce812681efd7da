"""How films were watched, from the sums of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audience.domain.reports.films import (
    FilmSums,
    days_of_film,
    retention_of,
    sums_of_films,
    watched_parts,
)
from audience.domain.reports.period import Period
from audience.domain.watch_time import add_plays, add_watch_time

FIRST = date(2026, 9, 21)
LAST = FIRST + timedelta(days=1)
PERIOD = Period(FIRST, LAST)
BEFORE = FIRST - timedelta(days=1)


@pytest.fixture
def _watched(db):
    add_plays({("a", FIRST): 3, ("a", LAST): 1, ("a", BEFORE): 9, ("b", LAST): 2})
    add_watch_time(
        {("a", FIRST, 0): 8.0, ("a", LAST, 0): 2.0, ("a", LAST, 49): 1.0, ("a", BEFORE, 0): 99.0}
    )


@pytest.mark.databases
@pytest.mark.usefixtures("_watched")
def test_sums():
    assert sums_of_films(PERIOD) == {"a": FilmSums(4, 11.0), "b": FilmSums(2, 0.0)}
    assert sums_of_films(PERIOD, ["b", "c"]) == {"b": FilmSums(2, 0.0)}
    assert sums_of_films(PERIOD, []) == {}
    assert FilmSums(4, 11.0).mean_s == 2.75
    assert FilmSums().mean_s == 0


@pytest.mark.databases
@pytest.mark.usefixtures("_watched")
def test_days():
    days = days_of_film(PERIOD, "a")
    assert [(day.day, day.plays, day.watched_s) for day in days] == [
        (FIRST, 3, 8.0),
        (LAST, 1, 3.0),
    ]
    assert [day.plays for day in days_of_film(PERIOD, "c")] == [0, 0]


@pytest.mark.databases
@pytest.mark.usefixtures("_watched")
def test_parts():
    parts = watched_parts(PERIOD, ["a", "b"])
    assert list(parts) == ["a"]
    assert (len(parts["a"]), parts["a"][0], parts["a"][1], parts["a"][49]) == (50, 10.0, 0.0, 1.0)


def test_retention_is_the_share_of_plays_that_saw_a_part():
    assert retention_of([20.0, 10.0, 0.0, 5.0], plays=10, duration_s=8.0) == (1.0, 0.5, 0.0, 0.25)


def test_who_sees_a_part_twice_is_still_one():
    assert retention_of([50.0, 10.0], plays=10, duration_s=4.0) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("parts", "plays", "duration_s"), [((), 3, 8.0), ((1.0,), 0, 8.0), ((1.0,), 3, 0.0)]
)
def test_without_plays_or_length_there_is_no_curve(parts, plays, duration_s):
    assert retention_of(parts, plays, duration_s) == ()


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20), st.floats(1, 7200))
def test_people_who_leave_draw_the_curve(left_at, duration_s):
    """Each play sees the film from its start to a fiftieth, and nothing after it."""
    part_s = duration_s / 50
    parts = [sum(part_s for end in left_at if part < end) for part in range(50)]
    curve = retention_of(parts, len(left_at), duration_s)
    assert list(curve) == sorted(curve, reverse=True)
    for part, share in enumerate(curve):
        stayed = sum(part < end for end in left_at)
        assert share == pytest.approx(stayed / len(left_at))
