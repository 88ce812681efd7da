"""Skip a line that waits, or bring a skipped one back."""

from live.domain.commanding import commanding
from live.enums import EntryState, Verb
from live.models import Run, RunEntry
from live.refusals import NoSuchLine
from users.models import User

_MOVES = {
    Verb.SKIP: (EntryState.WAITING, EntryState.SKIPPED),
    Verb.UNSKIP: (EntryState.SKIPPED, EntryState.WAITING),
}


def skip_entry(run: Run, user: User, seen: int, *, entry: int) -> Run:
    """Let the run pass over a line, and return the run. Raises NoSuchLine or as `commanding`."""
    return _move(run, Verb.SKIP, user, seen, entry)


def unskip_entry(run: Run, user: User, seen: int, *, entry: int) -> Run:
    """Let a skipped line wait again, and return the run. Raises NoSuchLine or as `commanding`."""
    return _move(run, Verb.UNSKIP, user, seen, entry)


def _move(run: Run, verb: Verb, user: User, seen: int, entry: int) -> Run:
    before, after = _MOVES[verb]
    with commanding(run, verb, user, seen) as command:
        line = RunEntry.objects.filter(run=run, pk=entry, state=before).first()
        if line is None:
            raise NoSuchLine
        line.state = after
        line.save(update_fields=["state"])
        command.payload |= {"entry": line.pk, "title": line.title}
    return command.run
