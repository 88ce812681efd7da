"""Who is told of counted acts, in the transaction that counts them.

The audience knows nothing of promises; what a counted act sets in motion is registered from above
when an app is ready.
"""

from collections.abc import Callable, Sequence

from audience.models import Act, Meter

# Given a meter, locked, and the acts about to be counted on it, in the order of their numbers.
# It may write to `act.gifts`.
Listener = Callable[[Meter, Sequence[Act]], None]

_listeners: list[Listener] = []


def register_listener(listener: Listener) -> None:
    """Let `listener` hear of every batch of counted acts."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(meter: Meter, acts: Sequence[Act]) -> None:
    """Tell everybody that `acts` are counted on `meter`."""
    for listener in _listeners:
        listener(meter, acts)
