"""Rows that hold sums."""

from datetime import date

import pytest

from audience.domain import sums
from audience.domain.sums import add_to_sums
from audience.models import FilmPlays

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

DAY = date(2026, 9, 21)


def test_sums_begin_and_grow():
    add_to_sums(FilmPlays, ("film", "day"), "plays", {("a", DAY): 2, ("b", DAY): 1})
    add_to_sums(FilmPlays, ("film", "day"), "plays", {("a", DAY): 3})
    assert dict(FilmPlays.objects.values_list("film", "plays")) == {"a": 5, "b": 1}


def test_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        add_to_sums(FilmPlays, ("film", "day"), "plays", {})


def test_many_rows_take_several_statements(django_assert_num_queries, monkeypatch):
    monkeypatch.setattr(sums, "ROWS_AT_ONCE", 10)
    with django_assert_num_queries(3):
        add_to_sums(FilmPlays, ("film", "day"), "plays", {(str(n), DAY): 1 for n in range(25)})
    assert FilmPlays.objects.count() == 25
