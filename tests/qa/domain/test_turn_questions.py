"""Others get their turn: each as often as any other, whatever comes and goes."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from qa.domain.list_questions import MOST_WANTED, first_questions
from qa.domain.turn_questions import TURN, turn_questions
from qa.enums import TextState
from qa.models import Question, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def theme(make_question) -> Theme:
    for votes in range(16):
        one = make_question(f"Question {votes} ?", state=TextState.APPROVED, total=votes)
    return one.theme


def turn(theme: Theme) -> list[Question]:
    Theme.objects.update(turned_at=timezone.now() - TURN - timedelta(seconds=1))
    assert turn_questions() == 1
    return first_questions(theme)[MOST_WANTED:]


def test_each_comes_as_often_as_any_other(theme):
    seen = Counter(one.total for _ in range(9) for one in turn(theme))
    assert seen == dict.fromkeys(range(9), 3)


def test_a_late_one_comes_next(theme, make_question):
    for _ in range(6):
        turn(theme)
    late = make_question("Tard venue ?", state=TextState.APPROVED)
    assert first_questions(theme)[MOST_WANTED] == late
    assert late in turn(theme)


def test_of_two_workers_one_turns(theme):
    assert (turn_questions(), turn_questions()) == (1, 0)
    assert Question.objects.filter(turns=1).count() == 10


def test_nothing_turns_in_an_empty_theme(make_theme):
    make_theme()
    assert turn_questions() == 0
