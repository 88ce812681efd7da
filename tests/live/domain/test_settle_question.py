"""What was on air was answered, or goes back."""

import pytest

from live.domain.put_question import put_question
from live.domain.queue_question import ready_question
from live.domain.settle_question import answer_on_air, put_back
from live.domain.start_run import start_run
from live.models import AiredQuestion, QueuedQuestion
from live.refusals import NoQuestionOnAir
from qa.models import Answer, Decision

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_answered_is_the_official_answer_of_the_guest(run, caller, make_asked):
    question = make_asked()
    ready_question(run, caller, question=question.pk, guest="Ana, maraîchère")
    put_question(run, caller, 1, question=question.pk)
    run = answer_on_air(run, caller, 2)
    question.refresh_from_db()
    answer = Answer.objects.get()
    assert (run.question, run.version, question.state) == (None, 3, "answered")
    assert (answer.kind, answer.spoken_by, answer.question) == ("live", "Ana, maraîchère", question)
    aired = AiredQuestion.objects.get()
    assert aired.outcome == "answered"
    assert aired.off_air_at == run.commands.latest("version").at
    assert not QueuedQuestion.objects.exists()


def test_back_it_can_be_taken_again(run, caller, make_asked):
    question = make_asked()
    put_question(run, caller, 1, question=question.pk)
    run = put_back(run, caller, 2)
    question.refresh_from_db()
    assert (run.question, question.state) == (None, "approved")
    run = put_question(run, caller, 3, question=question.pk)
    assert run.question == question
    assert list(AiredQuestion.objects.values_list("outcome", flat=True)) == ["back", ""]


def test_without_one_it_says_so(run, caller):
    for settle in (answer_on_air, put_back):
        with pytest.raises(NoQuestionOnAir):
            settle(run, caller, 1)


@pytest.mark.parametrize("settle", [answer_on_air, put_back])
def test_what_was_removed_by_law_meanwhile_only_leaves_the_air(run, caller, make_asked, settle):
    question = make_asked()
    put_question(run, caller, 1, question=question.pk)
    type(question).objects.update(state="removed")
    assert settle(run, caller, 2).question is None
    question.refresh_from_db()
    assert question.state == "removed"
    assert not Answer.objects.exists()


@pytest.mark.parametrize("settle", [answer_on_air, put_back])
def test_a_rehearsal_leaves_no_trace(programme_on_debate, caller, make_asked, settle):
    question = make_asked()
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    put_question(run, caller, 1, question=question.pk)
    assert settle(run, caller, 2).question is None
    question.refresh_from_db()
    assert (question.state, question.version) == ("approved", 0)
    assert not Answer.objects.exists()
    assert not Decision.objects.exists()
