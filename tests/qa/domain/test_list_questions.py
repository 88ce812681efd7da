"""Which questions come first, and that each gets its turn.

The simulation at the end is what the order is for: in plain order of votes a question that came late
is never seen, so it never gets a vote, however good it is.
"""

import random
from collections import Counter

import pytest
from django.utils import timezone

from qa.domain.list_questions import (
    IN_TURN,
    MOST_WANTED,
    TURN_S,
    answered,
    first_questions,
    in_turn,
    most_wanted,
    newest,
)
from qa.enums import TextState


@pytest.mark.parametrize("number", [0, 1, 3, 4, 7, 100])
def test_each_comes_as_often_as_any_other(number):
    others = list(range(number))
    seen = Counter(one for turn in range(max(number, 1)) for one in in_turn(others, turn))
    assert set(seen) == set(others)
    assert len(set(seen.values())) <= 1
    assert all(len(set(in_turn(others, turn))) == min(number, IN_TURN) for turn in range(9))


@pytest.mark.django_db
@pytest.mark.databases
def test_seven_wanted_then_three_in_turn(make_question):
    made = [
        make_question(f"Question {votes} ?", state=TextState.APPROVED, total=votes)
        for votes in range(20)
    ]
    make_question("Pas encore lue ?", total=99)
    theme, now = made[0].theme, timezone.now()
    first = first_questions(theme, now)
    assert [one.total for one in first[:MOST_WANTED]] == [19, 18, 17, 16, 15, 14, 13]
    assert len(first) == MOST_WANTED + IN_TURN
    assert first == first_questions(theme, now)
    later = first_questions(theme, now + timezone.timedelta(seconds=TURN_S))
    assert set(first[MOST_WANTED:]).isdisjoint(later[MOST_WANTED:])


@pytest.mark.django_db
@pytest.mark.databases
def test_the_three_orders(make_question):
    old = make_question("Vieille ?", state=TextState.APPROVED, total=3)
    young = make_question("Jeune ?", state=TextState.APPROVED, total=1)
    solved = make_question("Résolue ?", state=TextState.ANSWERED, answered_at=timezone.now())
    make_question("Cachée ?", state=TextState.HIDDEN)
    theme = old.theme
    assert list(most_wanted(theme)) == [old, young]
    assert list(newest(theme)) == [solved, young, old]
    assert list(answered(theme)) == [solved]


def test_a_good_question_that_came_late_is_answered():
    """A hundred questions, each with a worth: the chance that who sees it votes for it.

    Viewers see the ten of the page; every 400 of them the first question is answered and leaves.
    The best question comes last and has no vote yet. Twenty runs, their chance fixed.
    """
    assert sum(is_best_answered(run, is_in_turn=True) for run in range(20)) >= 19
    assert sum(is_best_answered(run, is_in_turn=False) for run in range(20)) == 0


def is_best_answered(run: int, *, is_in_turn: bool) -> bool:
    chance = random.Random(run)
    worth = [chance.random() * 0.3 for _ in range(99)] + [0.45]
    votes = {one: chance.randint(1, 20) for one in range(99)} | {99: 0}
    for turn in range(800):
        order = sorted(votes, key=lambda one: (-votes[one], one))
        others = order[MOST_WANTED:]
        rest = in_turn(sorted(others), turn) if is_in_turn else others[:IN_TURN]
        for one in (*order[:MOST_WANTED], *rest):
            votes[one] += sum(chance.random() < worth[one] for _viewer in range(10))
        if turn % 40 == 39:
            del votes[max(votes, key=votes.__getitem__)]
    return 99 not in votes
