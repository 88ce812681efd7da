"""The demo's questions were asked, read, voted for and answered for real."""

import pytest

from portal.demo import texts
from portal.demo.questions import make_questions
from qa.models import Answer, Decision, Question, Vote

pytestmark = pytest.mark.django_db


def test_questions_with_their_votes_and_answers(make_theme, admin):
    themes = {slug: make_theme(slug) for slug in {text.theme for text in texts.QUESTIONS}}
    make_questions(admin, themes)
    assert Question.objects.count() == len(texts.QUESTIONS)
    assert Question.objects.waiting().count() == sum(t.votes is None for t in texts.QUESTIONS)
    assert Vote.objects.count() == sum(text.votes or 0 for text in texts.QUESTIONS)
    assert Answer.objects.count() == sum(bool(text.answer) for text in texts.QUESTIONS)
    assert Decision.objects.exists()


def test_every_theme_of_the_demo_has_questions():
    assert {text.theme for text in texts.QUESTIONS} == {theme.slug for theme in texts.THEMES}
