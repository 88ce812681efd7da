"""How long a film is, and whether a play of it may be counted: told from above.

The audience knows no films. A room that does registers where to ask, when its app is ready.
"""

from collections.abc import Callable

# Given a meter's key and a film's public name, returns the film's length in seconds; None when
# that film is not shown to everybody, or not for that meter.
LengthSource = Callable[[str, str], float | None]

_sources: list[LengthSource] = []


def register_lengths(source: LengthSource) -> None:
    """Let `source` say how long films are."""
    if source not in _sources:
        _sources.append(source)


def length_of(meter_key: str, film: str) -> float | None:
    """Return how many seconds `film` lasts, when its plays count for the meter, else None."""
    for source in _sources:
        duration_s = source(meter_key, film)
        if duration_s:
            return duration_s
    return None
