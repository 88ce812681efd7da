"""Kinds of texts are found by their name."""

import pytest

from qa.kinds import KINDS, text_of

pytestmark = pytest.mark.django_db


def test_found(make_question):
    question = make_question()
    assert text_of("question", question.pk, "theme") == question
    assert text_of("question", 0) is None
    assert text_of("poem", question.pk) is None
    assert all(model.kind == kind for kind, model in KINDS.items())
