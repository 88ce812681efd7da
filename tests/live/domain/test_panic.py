"""Panic is one command, and never too late."""

import pytest

from live.domain.panic import calm, panic, stops_questions
from live.domain.start_run import start_run
from live.domain.take import take
from live.models import Run
from live.refusals import MayNotOperate, Overtaken
from qa.domain.ask_question import ask_question
from qa.models import Question
from qa.models.keys import new_key
from qa.refusals import QuestionsClosed

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_overlay_questions_and_picture_at_once_and_back(run, caller):
    take(run, caller, 1, believed=None)
    run = panic(run, caller)
    assert (run.hides_overlay, run.questions_closed, run.shows_slate) == (True, True, True)
    assert run.version == 3
    with pytest.raises(Overtaken):
        calm(run, caller, 2)
    run = calm(run, caller, 3)
    assert (run.hides_overlay, run.questions_closed, run.shows_slate) == (False, False, False)


def test_not_for_who_only_watches(run, make_user):
    with pytest.raises(MayNotOperate):
        panic(run, make_user("ana", "live.watch_run"))


def test_it_closes_the_questions_of_the_programmes_themes(run, caller, debate, make_theme):
    def ask(theme):
        return ask_question(Question(theme=theme, text="Et la tomate ?", key=new_key()), "::1")

    other = make_theme("Santé")
    assert ask(debate).pk
    panic(run, caller)
    assert stops_questions(debate)
    with pytest.raises(QuestionsClosed):
        ask(debate)
    assert ask(other).pk
    Run.objects.update(questions_closed=False)
    assert ask(debate).pk


def test_panic_in_a_rehearsal_closes_nothing_public(programme_on_debate, caller, debate):
    panic(start_run(programme_on_debate, caller, is_rehearsal=True), caller)
    assert not stops_questions(debate)
