"""Hold the rundown, so that nobody takes the next line by mistake, or release it."""

from live.domain.commanding import commanding
from live.enums import Verb
from live.models import Run
from users.models import User


def hold_run(run: Run, user: User, seen: int, *, is_held: bool) -> Run:
    """Hold or release the rundown, and return the run. Raises what `commanding` does."""
    with commanding(run, Verb.HOLD if is_held else Verb.RELEASE, user, seen) as command:
        command.run.is_held = is_held
    return command.run
