"""Say who of the team has the control room of a run open."""

from datetime import timedelta

from django.utils import timezone

from live.models import Run, RunPresence
from users.models import User

# The control room says every five seconds that it is still there.
GONE_AFTER = timedelta(seconds=15)


def note_presence(run: Run, user: User) -> None:
    """Note that `user` has the control room of `run` open now."""
    RunPresence.objects.update_or_create(run=run, user=user, defaults={"seen_at": timezone.now()})


def present_names(run: Run) -> list[str]:
    """Return the names of those who are there, in the order of the alphabet."""
    there = RunPresence.objects.filter(run=run, seen_at__gte=timezone.now() - GONE_AFTER)
    return sorted(str(one.user) for one in there.select_related("user"))
