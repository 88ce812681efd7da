"""Take a line that somebody chose, wherever it stands: to jump ahead, or to go back."""

from live.domain.commanding import commanding
from live.domain.put_line import put_line
from live.enums import EntryState, Verb
from live.models import Run, RunEntry
from live.refusals import NoSuchLine
from users.models import User


def take_entry(run: Run, user: User, seen: int, *, entry: int) -> Run:
    """Put the line with the key `entry` on air and return the run.

    It works on hold too: who chooses a line means it. Raises NoSuchLine or what `commanding` does.
    """
    with commanding(run, Verb.TAKE_ENTRY, user, seen) as command:
        found = RunEntry.objects.filter(run=run, pk=entry).exclude(state=EntryState.ON_AIR)
        chosen = found.select_related("feed").first()
        if chosen is None:
            raise NoSuchLine
        put_line(command, chosen)
    return command.run
