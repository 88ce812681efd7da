"""The queue: ready, for whom, and not ready any more."""

import pytest
from django.utils import timezone

from live.domain.queue_question import ready_question, unready_question
from live.domain.start_run import start_run
from live.models import QueuedQuestion, Run
from live.refusals import MayNotOperate, QuestionNotApproved, RunIsOver
from qa.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_ready_for_a_guest_then_for_another_then_not(run, caller, make_asked):
    question = make_asked()
    ready_question(run, caller, question=question.pk, guest="Ana")
    queued = ready_question(run, caller, question=question.pk, guest=" Zoé ")
    question.refresh_from_db()
    assert (queued.guest, question.state, QueuedQuestion.objects.count()) == ("Zoé", "ready", 1)
    for _ in range(2):
        unready_question(run, caller, question=question.pk)
    question.refresh_from_db()
    assert (question.state, QueuedQuestion.objects.count()) == ("approved", 0)
    run.refresh_from_db()
    assert run.version == 1, "who sorts questions makes no TAKE fail"


def test_a_rehearsal_has_its_own_queue_and_leaves_no_trace(programme_on_debate, caller, make_asked):
    question = make_asked()
    run = start_run(programme_on_debate, caller, is_rehearsal=True)
    ready_question(run, caller, question=question.pk)
    question.refresh_from_db()
    assert (question.state, Decision.objects.count()) == ("approved", 0)
    unready_question(run, caller, question=question.pk)
    assert not QueuedQuestion.objects.exists()


def test_what_is_refused(run, caller, make_user, make_asked):
    with pytest.raises(QuestionNotApproved):
        ready_question(run, caller, question=make_asked(state="pending").pk)
    shown = make_asked()
    ana = make_user("ana", "live.watch_run", "qa.present_question")
    for deed in (ready_question, unready_question):
        with pytest.raises(MayNotOperate):
            deed(run, ana, question=shown.pk)
    Run.objects.update(ended_at=timezone.now())
    with pytest.raises(RunIsOver):
        ready_question(run, caller, question=shown.pk)
