"""Ranks are fair: ties stand as high, in an order that all read alike."""

from datetime import date

import pytest
from django.core.cache import cache

from ambassadors.domain import rank
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def shown(found) -> list[tuple[int, str, int]]:
    return [(one.rank, one.alias, one.people) for one in found]


@pytest.mark.parametrize(
    ("day", "monday"),
    [(date(2026, 11, 29), date(2026, 11, 23)), (date(2026, 11, 30), date(2026, 11, 30))],
)
def test_weeks_begin_on_monday(day, monday):
    assert rank.week_of(day) == monday


def test_ties_and_order(make_ambassador, bring):
    for alias, people in (("Élan", 2), ("Zoé", 3), ("abri", 2), ("Max", 1)):
        bring(make_ambassador(alias), people)
    make_ambassador("Nobody brought")
    bring(make_ambassador("Hidden", state=TextState.HIDDEN), 4)
    expected = [(1, "Zoé", 3), (2, "abri", 2), (2, "Élan", 2), (4, "Max", 1)]
    assert shown(rank.standings(None)) == expected
    assert shown(rank.standings_this_week()) == expected


def test_the_week_is_not_all_time(make_ambassador, bring):
    one = make_ambassador()
    bring(one, 2, days_ago=8)
    assert shown(rank.standings_ever()) == [(1, one.alias, 2)]
    assert rank.standings_this_week() == []
    bring(one, 1)
    cache.clear()
    assert shown(rank.standings_this_week()) == [(1, one.alias, 1)]


def test_two_queries(make_ambassador, bring, django_assert_num_queries):
    bring(make_ambassador(), 1)
    bring(make_ambassador("Max"), 1)
    with django_assert_num_queries(2):
        rank.standings(None)


def test_the_first_ten_with_those_as_high():
    found = [rank.Standing(min(place, 10), f"a{place}", 1, f"c{place}") for place in range(1, 60)]
    assert len(rank.top(found)) == rank.MOST_SHOWN
    found = [rank.Standing(place, f"a{place}", 1, f"c{place}") for place in range(1, 60)]
    assert [one.rank for one in rank.top(found)] == list(range(1, 11))


@pytest.mark.parametrize(
    ("code", "around"), [("c1", "123"), ("c3", "12345"), ("c6", "456"), ("c9", "")]
)
def test_neighbours(code, around):
    found = [rank.Standing(place, f"a{place}", 1, f"c{place}") for place in range(1, 7)]
    assert "".join(str(one.rank) for one in rank.neighbours(found, code)) == around
