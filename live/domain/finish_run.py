"""End a run. What comes after the show has its own checklist."""

from live.domain.commanding import commanding
from live.domain.settle_question import release
from live.enums import EntryState, Verb
from live.models import Run, RunEntry
from live.refusals import EndNotConfirmed
from users.models import User


def finish_run(run: Run, user: User, seen: int, *, is_confirmed: bool) -> Run:
    """End the run and return it: nothing is on air any more, and no command is taken.

    A question still on air goes back. Raises EndNotConfirmed, a DecisionRefused or what
    `commanding` does.
    """
    if not is_confirmed:
        raise EndNotConfirmed
    with commanding(run, Verb.FINISH, user, seen) as command:
        now = command.run
        if now.question is not None:
            release(command, now.question)
        on_air = RunEntry.objects.filter(run=now, state=EntryState.ON_AIR)
        on_air.update(state=EntryState.DONE, ended_at=command.at)
        now.entry = now.call = None
        now.ended_at = command.at
    return command.run
