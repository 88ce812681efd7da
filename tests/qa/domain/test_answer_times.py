"""How long an organisation lets people wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.models import Organisation
from qa.domain.answer_times import LEAST_ANSWERS, AnswerTime, median_answer_time
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_the_median_of_first_answers(make_question):
    firm, now = Organisation.objects.create(name="La Serre", slug="serre"), timezone.now()
    for hours in (1, 5, 90):
        assert median_answer_time(firm) is None
        question = make_question(state=TextState.ANSWERED, received_at=now - timedelta(hours=hours))
        for late_h in (0, 400):
            question.answers.create(
                text="Oui.", spoken_for=firm, given_at=now + timedelta(hours=late_h)
            )
    told = median_answer_time(firm)
    assert (told.waited, told.answers, told.days) == (timedelta(hours=5), LEAST_ANSWERS, 0)


@pytest.mark.parametrize(("hours", "days"), [(0, 0), (12, 0), (13, 1), (24, 1), (25, 2), (72, 3)])
def test_begun_days(hours, days):
    assert AnswerTime(timedelta(hours=hours), 3).days == days
