"""What the presenter sees."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.finish_run import finish_run
from live.domain.message_presenter import message_presenter, see_message
from live.domain.presenter_state import presenter_state
from live.domain.put_question import put_question
from live.domain.queue_question import ready_question
from live.domain.take import take
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_now_next_text_and_question(run, caller, make_asked):
    run.entries.filter(title="Accueil").update(prompter="Bonsoir à tous.", guests="Ana")
    question = make_asked("Et les courges ?", name="Léo")
    ready_question(run, caller, question=question.pk, guest="Ana")
    run = take(run, caller, 1, believed=None)
    run = put_question(run, caller, 2, question=question.pk)
    state = presenter_state(run)
    assert (state["now"]["title"], state["next"]["title"]) == ("Accueil", "Dakar")
    assert (state["now"]["prompter"], state["now"]["guests"]) == ("Bonsoir à tous.", "Ana")
    assert state["question"] == {"text": "Et les courges ?", "author": "Léo", "guest": "Ana"}
    Question.objects.update(state="removed")
    run.question.refresh_from_db()
    assert presenter_state(run)["question"] is None


def test_messages_wait_in_turn_and_leave_once_seen(run, caller):
    one = message_presenter(run, caller, "Plus vite.")
    two = message_presenter(run, caller, "Moins vite.")
    assert presenter_state(run)["message"] == {"pk": one.pk, "text": "Plus vite.", "is_seen": False}
    see_message(run, one.pk)
    assert presenter_state(run)["message"]["pk"] == two.pk
    see_message(run, two.pk)
    assert presenter_state(run)["message"]["is_seen"]
    assert presenter_state(run, timezone.now() + timedelta(seconds=30))["message"] is None


def test_over(run, caller):
    run = finish_run(run, caller, 1, is_confirmed=True)
    state = presenter_state(run)
    assert (state["is_over"], state["now"], state["next"]) == (True, None, None)
