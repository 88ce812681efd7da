"""The end: confirmed, nothing left on air, nothing taken afterwards."""

import pytest

from live.domain.finish_run import finish_run
from live.domain.put_question import put_question
from live.domain.start_run import start_run
from live.domain.take import take
from live.refusals import EndNotConfirmed, RunIsOver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_is_confirmed(run, caller):
    with pytest.raises(EndNotConfirmed):
        finish_run(run, caller, 1, is_confirmed=False)
    run.refresh_from_db()
    assert run.ended_at is None


def test_nothing_stays_on_air(run, caller, make_asked):
    question = make_asked()
    run = take(run, caller, 1, believed=None)
    put_question(run, caller, 2, question=question.pk)
    run = finish_run(run, caller, 3, is_confirmed=True)
    question.refresh_from_db()
    assert (run.entry, run.question, question.state) == (None, None, "approved")
    first = run.entries.first()
    assert (first.state, first.ended_at) == ("done", run.ended_at)
    assert run.aired_questions.get().outcome == "back"
    with pytest.raises(RunIsOver):
        take(run, caller, 4, believed=None)


def test_then_it_can_be_started_again(run, caller):
    finish_run(run, caller, 1, is_confirmed=True)
    assert start_run(run.programme, caller, is_rehearsal=False) != run
