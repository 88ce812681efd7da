"""Texts of any kind are found by their public name, or by what a decision says of them."""

import pytest

from qa.kinds import kinds, model_of, text_at, text_of
from qa.models import Question

pytestmark = pytest.mark.django_db


def test_found_by_kind_whatever_the_state(make_question):
    question = make_question(state="hidden")
    assert Question in kinds()
    assert (model_of("question"), model_of("recipe")) == (Question, None)
    assert text_at("question", question.code) == question == text_of("question", question.pk)


@pytest.mark.parametrize(("kind", "code"), [("question", "unknown"), ("recipe", "x"), ("", "")])
def test_what_is_not_there(roots, kind, code):
    assert text_at(kind, code) is None
    assert text_of(kind, 0) is None
