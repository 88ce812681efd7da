"""One question on air, of those that everybody may read, whoever is faster."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from live.domain.put_question import put_question
from live.domain.start_run import start_run
from live.models import AiredQuestion, Run, RunCommand
from live.refusals import AnotherQuestionOnAir, Overtaken, QuestionNotApproved
from qa.models import Decision
from qa.refusals import MayNotDecide
from tests.live.conftest import SHOWCALLER

OPERATORS = 20

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_question_goes_on_air(run, caller, make_asked):
    question = make_asked()
    run = put_question(run, caller, 1, question=question.pk)
    question.refresh_from_db()
    assert (run.question, run.version, question.state) == (question, 2, "on_air")
    aired = AiredQuestion.objects.get()
    assert (aired.question, aired.put_on_air_by, aired.off_air_at) == (question, caller, None)
    command = RunCommand.objects.latest("version")
    assert (command.verb, command.version) == ("put_question", 2)
    assert command.payload == {"question": question.pk, "title": question.text}


@pytest.mark.parametrize("state", ["pending", "held", "hidden", "rejected", "removed", "answered"])
def test_only_what_everybody_may_read_and_waits(run, caller, make_asked, state):
    with pytest.raises(QuestionNotApproved):
        put_question(run, caller, 1, question=make_asked(state=state).pk)
    run.refresh_from_db()
    assert (run.question, run.version) == (None, 1)


def test_only_of_the_programmes_themes(run, caller, make_asked, make_theme):
    elsewhere = make_asked(theme=make_theme("Santé"))
    with pytest.raises(QuestionNotApproved):
        put_question(run, caller, 1, question=elsewhere.pk)


def test_a_theme_in_another_language_is_the_same_theme(run, caller, make_asked, debate, english):
    twin = debate.copy_for_translation(english)
    twin.slug = "money"
    twin.save()
    asked = make_asked("Who ate it?", theme=twin)
    assert put_question(run, caller, 1, question=asked.pk).question == asked


def test_the_one_on_air_is_settled_first(run, caller, make_asked):
    one, two = make_asked("Une ?"), make_asked("Deux ?")
    run = put_question(run, caller, 1, question=one.pk)
    with pytest.raises(AnotherQuestionOnAir) as refused:
        put_question(run, caller, 2, question=two.pk)
    assert "Une ?" in str(refused.value)


def test_a_rehearsal_leaves_no_trace_on_the_question(programme_on_debate, caller, make_asked):
    question = make_asked()
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    run = put_question(run, caller, 1, question=question.pk)
    question.refresh_from_db()
    assert (run.question, question.state, question.version) == (question, "approved", 0)
    assert not Decision.objects.exists()


def test_who_may_operate_but_not_present_changes_nothing(run, make_user, make_asked):
    with pytest.raises(MayNotDecide):
        put_question(run, make_user("ana", "live.operate_run"), 1, question=make_asked().pk)
    assert Run.objects.get().version == 1
    assert not AiredQuestion.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_twenty_operators_at_once_one_wins_and_all_others_learn_who(run, make_user, make_asked):
    questions = {
        make_user(f"op{n:02}", *SHOWCALLER): make_asked(f"Numéro {n} ?") for n in range(OPERATORS)
    }
    together = Barrier(OPERATORS, timeout=60)

    def press(operator):
        together.wait()
        try:
            put_question(run, operator, 1, question=questions[operator].pk)
        except Overtaken as refusal:
            return str(refusal)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(OPERATORS) as people:
        told = list(people.map(press, questions))
    run.refresh_from_db()
    aired = AiredQuestion.objects.get()
    conflicts = [sentence for sentence in told if sentence]
    assert len(conflicts) == OPERATORS - 1
    assert (run.version, run.question) == (2, aired.question)
    winner = aired.put_on_air_by
    assert questions[winner] == aired.question
    assert all(
        str(winner) in sentence and aired.question.text in sentence for sentence in conflicts
    )
    assert RunCommand.objects.filter(verb="put_question").count() == 1
