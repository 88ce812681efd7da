"""The totals of questions are those of their rows, or a recount names them."""

import io

import pytest
from django.core.management import CommandError, call_command

from qa.domain.recount_votes import recount_votes
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def question(make_question, make_vote) -> Question:
    question = make_question(total=2)
    for number in range(2):
        make_vote(question, f"v{number}")
    make_vote(question, "back", 0)
    make_vote(question, "aside", is_excluded=True)
    make_question("Sans vote ?")
    return question


def test_all_is_well(question):
    found = recount_votes(False)
    assert (found.what, found.differences) == ("4 votes for 2 questions", [])


def test_what_differs_is_named_and_mended(question):
    Question.objects.filter(pk=question.pk).update(total=7)
    [difference] = recount_votes(False).differences
    assert str(difference) == f"votes for question {question.code}: kept 7, recounted 2"
    assert recount_votes(True).differences[0].is_mended
    question.refresh_from_db()
    assert question.total == 2
    assert recount_votes(False).differences == []


def test_the_command_tells(question):
    out = io.StringIO()
    call_command("recount", stdout=out)
    assert "4 votes for 2 questions recounted." in out.getvalue()
    Question.objects.filter(pk=question.pk).update(total=7)
    with pytest.raises(CommandError, match="1 totals differ"):
        call_command("recount", stdout=out)
    assert f"votes for question {question.code}: kept 7, recounted 2" in out.getvalue()
