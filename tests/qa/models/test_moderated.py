"""Which texts everybody may read, and which wait for somebody."""

import pytest

from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


def test_what_is_public_and_what_waits(make_question):
    for state in TextState:
        make_question(f"{state} ?", state=state)
    public, waiting = Question.objects.public(), Question.objects.waiting()
    assert {one.state for one in public} == {"approved", "ready", "on_air", "answered"}
    assert {one.state for one in waiting} == {"pending", "held"}
    assert all(one.is_public and not one.is_waiting for one in public)
    assert all(one.is_waiting and not one.is_public for one in waiting)


def test_words_are_the_field_of_the_kind(make_question):
    question = make_question("Et le navet ?")
    question.words = "Et le panais ?"
    assert (question.text, question.words) == ("Et le panais ?", "Et le panais ?")
