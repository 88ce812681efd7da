"""What the control room keeps: commands for ever, and each only once."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from live.domain.message_presenter import message_presenter
from live.domain.presence import note_presence
from live.domain.presenter_links import make_presenter_link
from live.domain.queue_question import ready_question
from live.models import (
    PresenterLink,
    QueuedQuestion,
    RunCommand,
    RunPresence,
)
from live.models.control import CommandIsForEver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_command_is_for_ever_and_one_a_version(run):
    command = RunCommand.objects.get()
    with pytest.raises(CommandIsForEver):
        command.save()
    again = RunCommand(run=run, version=command.version, verb="hold")
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_a_question_stands_once_in_a_queue(run, make_asked):
    question = make_asked()
    QueuedQuestion.objects.create(run=run, question=question)
    with pytest.raises(IntegrityError), transaction.atomic():
        QueuedQuestion.objects.create(run=run, question=question)


def test_somebody_is_there_once(run, caller):
    RunPresence.objects.create(run=run, user=caller, seen_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        RunPresence.objects.create(run=run, user=caller, seen_at=timezone.now())


def test_how_they_are_called(run, caller, make_asked):
    make_presenter_link(run, caller)
    note_presence(run, caller)
    assert str(RunCommand.objects.get()).startswith("1: ")
    assert str(ready_question(run, caller, question=make_asked("Une ?").pk)) == "Une ?"
    assert str(message_presenter(run, caller, "Plus vite.")) == "Plus vite."
    assert str(PresenterLink.objects.get()).startswith(str(run))
    assert str(RunPresence.objects.get()) == f"{caller.pk}: {run.pk}"
