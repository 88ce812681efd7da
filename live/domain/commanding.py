"""How every command to a run is carried out: once, on what its sender saw, and written down.

Each verb of the control room has its own file and runs inside `commanding`. The version is changed
first, by a conditional UPDATE: of twenty who command at once one changes the row, and the others
find that it moved and read who moved it. What the verb writes and its line of the log commit
together, or nothing does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from live.domain.rights import ensure_may_operate
from live.enums import Verb
from live.models import Run, RunCommand
from live.refusals import Overtaken, RunIsOver
from users.models import User


@dataclass(slots=True)
class Command:
    """A command while it is carried out: the run as it is now, and what the log keeps of it."""

    run: Run
    user: User
    at: datetime
    payload: dict[str, Any] = field(default_factory=dict)


@contextmanager
def commanding(run: Run, verb: Verb, user: User, seen: int | None) -> Iterator[Command]:
    """Yield the command, with the run locked until the block ends; then save and log it.

    `seen` is the version on which its sender decided; None only for what must not wait for a
    second look (panic). Raises MayNotOperate, RunIsOver or Overtaken.
    """
    ensure_may_operate(user)
    with transaction.atomic():
        open_now = Run.objects.filter(pk=run.pk, ended_at__isnull=True)
        as_seen = open_now if seen is None else open_now.filter(version=seen)
        if not as_seen.update(version=F("version") + 1):
            raise _why_not(run)
        fresh = Run.objects.select_related("programme", "entry", "feed", "question").get(pk=run.pk)
        command = Command(fresh, user, timezone.now())
        yield command
        fresh.save()
        RunCommand.objects.create(
            run=fresh,
            version=fresh.version,
            verb=verb,
            who=user,
            at=command.at,
            payload=command.payload,
        )


def last_command(run: Run) -> RunCommand | None:
    """Return the latest command to `run`."""
    found = RunCommand.objects.filter(run=run).select_related("who").order_by("-version")
    return found.first()


def what_is_now(run: Run) -> str:
    """Return a sentence that says what is on air now, from the rows."""
    if run.question is not None:
        return _("On air now: “%(what)s”.") % {"what": run.question}
    if run.entry is not None:
        return _("On air now: “%(what)s”.") % {"what": run.entry}
    return _("Nothing is on air yet.")


def winner_of(command: RunCommand | None) -> str:
    """Return the name of who gave `command`."""
    return str((command and command.who) or _("Somebody"))


def _why_not(run: Run) -> RunIsOver | Overtaken:
    now = Run.objects.select_related("entry", "question").get(pk=run.pk)
    if now.ended_at is not None:
        return RunIsOver()
    last = last_command(run)
    return Overtaken(
        winner=winner_of(last),
        verb=last.get_verb_display() if last else "",
        now=what_is_now(now),
    )
