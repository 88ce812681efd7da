"""Who is told of counted acts, in the transaction that counts them.

The audience knows nothing of promises; what a counted act sets in motion is registered from above
when an app is ready.
"""

from collections.abc import Callable, Sequence

from audience.models import Meter
from audience.received import ReceivedAct

# Given a meter, locked, and the acts about to be counted on it, in the order of their numbers.
# It may write to `act.gifts`.
Listener = Callable[[Meter, Sequence[ReceivedAct]], None]

_listeners: list[Listener] = []


def register_listener(listener: Listener) -> None:
    """Let `listener` hear of every batch of counted acts."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(meter: Meter, acts: Sequence[ReceivedAct]) -> None:
    """Tell everybody that `acts` are counted on `meter`."""
    for listener in _listeners:
        listener(meter, acts)


# Given gifts, as an act holds them, and a language: what they are in words, "" for none.
Describer = Callable[[Sequence[Sequence[int]], str], str]

_describers: list[Describer] = []


def register_describer(describer: Describer) -> None:
    """Let `describer` say in words what acts gave."""
    _describers[:] = [describer]


def describe(gifts: Sequence[Sequence[int]], language: str) -> str:
    """Return what `gifts` are in words, or nothing where nobody can say."""
    return _describers[0](gifts, language) if gifts and _describers else ""


# Given a meter and a kind of act: whether anybody would give anything for one now.
Taker = Callable[[Meter, str], bool]

_takers: list[Taker] = []


def register_taker(taker: Taker) -> None:
    """Let `taker` say whether acts of a kind move anything today."""
    if taker not in _takers:
        _takers.append(taker)


def is_taken(meter: Meter, kind: str) -> bool:
    """Return whether an act of `kind` on `meter` moves anything but the count."""
    return any(taker(meter, kind) for taker in _takers)
