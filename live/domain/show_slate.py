"""Show the slate in place of the feed on air, or take it off."""

from live.domain.commanding import commanding
from live.enums import Verb
from live.models import Run
from users.models import User


def show_slate(run: Run, user: User, seen: int, *, is_shown: bool) -> Run:
    """Show the slate or take it off, and return the run. Raises what `commanding` does."""
    verb = Verb.SHOW_SLATE if is_shown else Verb.HIDE_SLATE
    with commanding(run, verb, user, seen) as command:
        command.run.shows_slate = is_shown
    return command.run
