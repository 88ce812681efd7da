"""Go on with what the plan says for a link that drops."""

from live.domain.commanding import commanding
from live.domain.put_line import put_line
from live.enums import Verb
from live.models import Run, RunEntry
from live.refusals import NoFallback
from users.models import User


def fall_back(run: Run, user: User, seen: int) -> Run:
    """Put the fallback of the line on air on air in its place, and return the run.

    Raises NoFallback or what `commanding` does.
    """
    with commanding(run, Verb.FALL_BACK, user, seen) as command:
        now = command.run.entry
        key = now.fallback_key if now else ""
        found = RunEntry.objects.filter(run=run, segment_key=key).select_related("feed")
        fallback = found.exclude(pk=now.pk).first() if now and key else None
        if fallback is None:
            raise NoFallback
        put_line(command, fallback)
    return command.run
