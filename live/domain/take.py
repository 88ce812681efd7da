"""TAKE: the next line goes on air. Pressed twice by a nervous hand, or by two people, it is one."""

from datetime import datetime, timedelta

from django.utils import timezone

from live.domain.commanding import commanding, last_command, what_is_now, winner_of
from live.domain.put_line import next_line, put_line
from live.enums import Verb
from live.models import Run, RunCommand
from live.refusals import AlreadyTaken, NothingNext, Overtaken, RunIsHeld
from users.models import User

SHORTEST_BETWEEN = timedelta(milliseconds=300)
TAKES = frozenset({Verb.TAKE, Verb.TAKE_ENTRY, Verb.FALL_BACK})


def take(run: Run, user: User, seen: int, *, believed: int | None) -> Run:
    """Put the next line on air and return the run. `believed`: the key of the line seen on air.

    Raises AlreadyTaken for a second one within 300 ms, RunIsHeld, NothingNext, or what `commanding`
    does.
    """
    asked_at = timezone.now()
    try:
        with commanding(run, Verb.TAKE, user, seen) as command:
            now = command.run
            if _is_too_soon(now.taken_at, command.at):
                raise _already(now)
            if now.entry_id != believed:
                raise _already(now)
            if now.is_held:
                raise RunIsHeld
            entry = next_line(now)
            if entry is None:
                raise NothingNext
            put_line(command, entry)
    except Overtaken as overtaken:
        last = last_command(run)
        if last is not None and _was_take(last, asked_at):
            now = Run.objects.select_related("entry", "question").get(pk=run.pk)
            raise _already(now, last) from overtaken
        raise
    return command.run


def _was_take(last: RunCommand, asked_at: datetime) -> bool:
    return last.verb in TAKES and _is_too_soon(last.at, asked_at)


def _is_too_soon(taken_at: datetime | None, at: datetime) -> bool:
    return taken_at is not None and at - taken_at < SHORTEST_BETWEEN


def _already(run: Run, last: RunCommand | None = None) -> AlreadyTaken:
    return AlreadyTaken(winner=winner_of(last or _last_take(run)), now=what_is_now(run))


def _last_take(run: Run) -> RunCommand | None:
    takes = RunCommand.objects.filter(run=run, verb__in=TAKES).select_related("who")
    return takes.order_by("-version").first()
