"""Panic: in one command the overlay is gone, questions are closed, the slate is up. And back."""

from live.domain.commanding import commanding
from live.enums import Verb
from live.models import Run
from qa.models import Theme
from users.models import User


def panic(run: Run, user: User) -> Run:
    """Hide the overlay, close questions, show the slate, and return the run.

    It carries no version: who panics is never told that somebody was faster. Raises MayNotOperate
    or RunIsOver.
    """
    return _set(run, Verb.PANIC, user, None, is_panic=True)


def calm(run: Run, user: User, seen: int) -> Run:
    """Undo all that `panic` does, and return the run. Raises what `commanding` does."""
    return _set(run, Verb.CALM, user, seen, is_panic=False)


def _set(run: Run, verb: Verb, user: User, seen: int | None, *, is_panic: bool) -> Run:
    with commanding(run, verb, user, seen) as command:
        now = command.run
        now.hides_overlay = now.questions_closed = now.shows_slate = is_panic
    return command.run


def stops_questions(theme: Theme) -> bool:
    """Say whether a programme on air has closed the questions of `theme`, in any language."""
    return Run.objects.filter(
        programme__themes__translation_key=theme.translation_key,
        is_rehearsal=False,
        ended_at__isnull=True,
        questions_closed=True,
    ).exists()
