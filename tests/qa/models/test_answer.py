"""An answer says what it is in a line."""

import pytest

from qa.models import Answer

pytestmark = pytest.mark.django_db


def test_an_answer_in_a_line(make_question):
    question = make_question()
    assert str(Answer(question=question, text="Le lapin.")) == "Le lapin."
    assert str(Answer(question=question, kind="live")) == "en direct"
