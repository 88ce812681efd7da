"""Answers in writing."""

import pytest

from qa.domain.answer_question import Said, answer_question
from qa.enums import AnswerKind, TextState
from qa.models import Answer
from qa.refusals import AnswerHasNoSecond, AnswerMissing, DoesNotFollow, MayNotDecide

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def pia(make_user):
    return make_user("pia", "qa.present_question")


def test_it_is_public_under_a_name(make_question, pia):
    question = make_question(state=TextState.APPROVED)
    question = answer_question(question, pia, Said(" Le maire. ", " Pia, à l’accueil "))
    answer = Answer.objects.get()
    assert (question.state, question.answered_at) == (TextState.ANSWERED, answer.given_at)
    assert (answer.text, answer.spoken_by, answer.written_by) == (
        "Le maire.",
        "Pia, à l’accueil",
        pia,
    )


def test_a_second_answer_keeps_the_first_date(make_question, pia):
    question = answer_question(make_question(state=TextState.APPROVED), pia, Said("Le maire."))
    first = question.answered_at
    assert answer_question(question, pia, Said("Et sa sœur.")).answered_at == first
    assert Answer.objects.count() == 2


def test_nothing_is_no_answer(make_question, pia):
    with pytest.raises(AnswerMissing):
        answer_question(make_question(state=TextState.APPROVED), pia, Said(" "))


def test_not_by_everybody_and_not_to_everything(make_question, pia, mo):
    with pytest.raises(MayNotDecide):
        answer_question(make_question(state=TextState.APPROVED), mo, Said("Moi."))
    with pytest.raises(DoesNotFollow):
        answer_question(make_question(), pia, Said("Trop tôt."))
    assert not Answer.objects.exists()


def test_at_a_second_of_a_film(make_question, pia, make_film):
    film = make_film()
    question = answer_question(
        make_question(state=TextState.APPROVED), pia, Said(film=film, starts_at_s=725)
    )
    answer = question.answers.get()
    assert (answer.kind, answer.film, answer.starts_at_s) == (AnswerKind.FILM, film, 725)
    with pytest.raises(AnswerHasNoSecond):
        answer_question(question, pia, Said(film=film))


def test_live_without_words(make_question, pia):
    question = answer_question(
        make_question(state=TextState.ON_AIR), pia, Said(spoken_by="Pia", is_live=True)
    )
    answer = question.answers.get()
    assert (answer.kind, answer.film, question.state) == (
        AnswerKind.LIVE, None, TextState.ANSWERED
    )  # fmt: skip
