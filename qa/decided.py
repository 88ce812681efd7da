"""Who is told of decisions about public texts. Fill it in AppConfig.ready.

A listener is called inside the decision's transaction, so what it writes (a mail in the outbox, a
new edition of a page) commits with the decision or not at all.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.models import Decision, Moderated

Listener = Callable[["Decision", "Moderated"], None]
_listeners: list[Listener] = []


def tell_of_decisions(listener: Listener) -> Listener:
    """Call `listener(decision, text)` for each decision from now on. Usable as a decorator."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def forget_listener(listener: Listener) -> None:
    """Call `listener` no more."""
    _listeners.remove(listener)


def say(decision: "Decision", text: "Moderated") -> None:
    """Tell everybody who wants to know that `decision` changed `text`."""
    for listener in _listeners:
        listener(decision, text)
