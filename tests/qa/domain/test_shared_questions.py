"""Public questions can be shared."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from audience.domain.channel_codes import channel_codes
from audience.domain.make_channel_codes import make_missing_codes
from audience.shared import shared_of
from qa.domain.shared_questions import questions_without_codes, search_questions
from qa.enums import TextState
from qa.models import Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(make_theme):
    return Question.objects.create(
        theme=make_theme(), text="Pourquoi <b> ?", state=TextState.APPROVED
    )


def test_a_public_question_in_the_language_of_its_theme(question):
    assert questions_without_codes(10) == [(question.code, None)]
    assert make_missing_codes() == 1
    assert channel_codes("question", question.code)
    assert questions_without_codes(10) == []
    with override("en"):
        found = shared_of("question", question.code)
    assert (found.title, found.meter_id) == ("Pourquoi <b> ?", None)
    assert not found.address.startswith("/en/")


def test_in_english(make_theme):
    english = Locale.objects.get_or_create(language_code="en")[0]
    theme = make_theme("Money", locale=english)
    code = Question.objects.create(theme=theme, text="Why?", state=TextState.APPROVED).code
    assert shared_of("question", code).address.startswith("/en/")


def test_what_is_not_public_is_not_shared(question):
    Question.objects.update(state=TextState.PENDING)
    assert shared_of("question", question.code) is None
    assert questions_without_codes(10) == []


def test_named(question):
    assert search_questions("POURQUOI", 5) == [question.code]
    assert search_questions("pourquoi", 0) == search_questions("radis", 5) == []
