"""Which questions come first. What the order brings is in test_ranking_simulation.py."""

import pytest
from django.utils import timezone

from qa.domain.list_questions import (
    LEAST_SHOWN,
    MOST_WANTED,
    answered,
    first_questions,
    least_shown,
    most_wanted,
    newest,
)
from qa.enums import TextState

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_seven_wanted_then_the_three_shown_least(make_question, django_assert_num_queries):
    made = [
        make_question(f"Question {votes} ?", state=TextState.APPROVED, total=votes, turns=votes)
        for votes in range(20)
    ]
    make_question("Pas encore lue ?", total=99)
    with django_assert_num_queries(2):
        first = first_questions(made[0].theme)
    assert [one.total for one in first[:MOST_WANTED]] == [19, 18, 17, 16, 15, 14, 13]
    assert [one.total for one in first[MOST_WANTED:]] == [0, 1, 2]


def test_who_is_on_top_is_not_shown_twice(make_question):
    made = [make_question(f"Question {n} ?", state=TextState.APPROVED, total=n) for n in range(12)]
    first = first_questions(made[0].theme)
    assert len(set(first)) == len(first) == MOST_WANTED + LEAST_SHOWN
    assert [one.total for one in first[MOST_WANTED:]] == [0, 1, 2]


@pytest.mark.parametrize("number", [0, 1, 7, 9])
def test_a_few_are_all_shown(make_question, make_theme, number):
    theme = make_theme()
    for place in range(number):
        make_question(f"Question {place} ?", state=TextState.APPROVED, theme=theme)
    assert len(first_questions(theme)) == number


def test_the_orders(make_question):
    old = make_question("Vieille ?", state=TextState.APPROVED, total=3, turns=2)
    young = make_question("Jeune ?", state=TextState.APPROVED, total=1)
    solved = make_question("Résolue ?", state=TextState.ANSWERED, answered_at=timezone.now())
    make_question("Cachée ?", state=TextState.HIDDEN)
    theme = old.theme
    assert list(most_wanted(theme)) == [old, young]
    assert list(least_shown(theme)) == [young, old]
    assert list(newest(theme)) == [solved, young, old]
    assert list(answered(theme)) == [solved]


@pytest.mark.parametrize("order", [most_wanted, least_shown, newest, answered])
def test_the_database_reads_a_page_from_an_index(make_theme, order):
    """A plan that sorts would cost as much as the theme has questions."""
    plan = order(make_theme())[:30].explain()
    if "Limit" not in plan:  # SQLite; PostgreSQL sorts a table as small as this one.
        assert "TEMP B-TREE" not in plan
        assert "USING INDEX" in plan
