"""Show the overlay (question, counter, names) over the picture, or hide it."""

from live.domain.commanding import commanding
from live.enums import Verb
from live.models import Run
from users.models import User


def show_overlay(run: Run, user: User, seen: int, *, is_shown: bool) -> Run:
    """Show or hide the overlay, and return the run. Raises what `commanding` does."""
    verb = Verb.SHOW_OVERLAY if is_shown else Verb.HIDE_OVERLAY
    with commanding(run, verb, user, seen) as command:
        command.run.hides_overlay = not is_shown
    return command.run
