"""Every command is carried out once, on what its sender saw, and written down."""

import pytest
from django.utils import timezone

from live.domain.commanding import commanding, what_is_now
from live.domain.put_question import put_question
from live.domain.take import take
from live.enums import Verb
from live.models import Run, RunCommand
from live.refusals import MayNotOperate, Overtaken, RunIsOver

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_what_is_set_inside_is_saved_with_its_line_of_the_log(run, caller):
    with commanding(run, Verb.HOLD, caller, 1) as command:
        command.run.is_held = True
        command.payload["why"] = "Le lapin est en retard."
    run.refresh_from_db()
    last = run.commands.latest("version")
    assert (run.is_held, run.version) == (True, 2)
    assert (last.version, last.verb, last.who, last.at) == (2, "hold", caller, command.at)
    assert last.payload == {"why": "Le lapin est en retard."}


def test_what_fails_inside_leaves_nothing(run, caller):
    def fail():
        with commanding(run, Verb.HOLD, caller, 1) as command:
            command.run.is_held = True
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    run.refresh_from_db()
    assert (run.is_held, run.version, RunCommand.objects.count()) == (False, 1, 1)


def test_a_stale_one_reads_who_and_what_is_now(run, caller, make_user, make_asked):
    put_question(run, caller, 1, question=make_asked("Et les courges ?").pk)
    ana = make_user("ana", "live.operate_run")
    with pytest.raises(Overtaken) as refused, commanding(run, Verb.HOLD, ana, 1):
        pass
    assert refused.value.status == 409
    for part in ("sam", "Et les courges ?"):
        assert part in str(refused.value)


def test_without_a_version_it_is_done_on_whatever_is_now(run, caller):
    take(run, caller, 1, believed=None)
    with commanding(run, Verb.PANIC, caller, None) as command:
        assert command.run.version == 3


def test_who_may_only_watch_commands_nothing(run, make_user):
    ana = make_user("ana", "live.watch_run")
    with pytest.raises(MayNotOperate), commanding(run, Verb.HOLD, ana, 1):
        pass
    assert Run.objects.get().version == 1


def test_a_run_that_is_over_takes_no_command(run, caller):
    Run.objects.update(ended_at=timezone.now())
    for seen in (1, 7, None):
        with pytest.raises(RunIsOver), commanding(run, Verb.HOLD, caller, seen):
            pass


def test_what_is_now(run, caller, make_asked):
    assert "“" not in what_is_now(run)
    run = take(run, caller, 1, believed=None)
    assert "Accueil" in what_is_now(run)
    run = put_question(run, caller, 2, question=make_asked("Pourquoi ?").pk)
    assert "Pourquoi ?" in what_is_now(run)
