"""Answers in writing."""

import pytest

from qa.domain.answer_question import answer_question
from qa.enums import TextState
from qa.models import Answer
from qa.refusals import AnswerMissing, DoesNotFollow, MayNotDecide

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def pia(make_user):
    return make_user("pia", "qa.present_question")


def test_it_is_public_under_a_name(make_question, pia):
    question = make_question(state=TextState.APPROVED)
    question = answer_question(question, pia, " Le maire. ", spoken_by=" Pia, à l’accueil ")
    answer = Answer.objects.get()
    assert (question.state, question.answered_at) == (TextState.ANSWERED, answer.given_at)
    assert (answer.text, answer.spoken_by, answer.written_by) == (
        "Le maire.",
        "Pia, à l’accueil",
        pia,
    )


def test_a_second_answer_keeps_the_first_date(make_question, pia):
    question = answer_question(make_question(state=TextState.APPROVED), pia, "Le maire.")
    first = question.answered_at
    assert answer_question(question, pia, "Et sa sœur.").answered_at == first
    assert Answer.objects.count() == 2


def test_nothing_is_no_answer(make_question, pia):
    with pytest.raises(AnswerMissing):
        answer_question(make_question(state=TextState.APPROVED), pia, " ")


def test_not_by_everybody_and_not_to_everything(make_question, pia, mo):
    with pytest.raises(MayNotDecide):
        answer_question(make_question(state=TextState.APPROVED), mo, "Moi.")
    with pytest.raises(DoesNotFollow):
        answer_question(make_question(), pia, "Trop tôt.")
    assert not Answer.objects.exists()
