"""How many watch, about: nobody is recognised, requests are counted.

A page that watches asks for the snapshot every few seconds, and the snapshot tells it how many.
Each request stands for that many seconds of one viewer; their sum over the window, divided by the
window, is the number of viewers. It knows no address and no cookie. It is a floor where a cache
answers for us, which is why a host can switch it off (COUNT_VIEWERS).
"""

from collections import defaultdict
from time import monotonic

WINDOW_S = 30
FEWEST_TOLD = 5
_FEWEST_IN_TENS = 50


class Viewers:
    """Counts the requests of one process, by the second."""

    def __init__(self) -> None:
        self._asked: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))

    def note(self, key: str, stands_for_s: float) -> None:
        """Note that somebody asked for `key`, and will again after so many seconds."""
        self._asked[key][int(monotonic())] += stands_for_s

    def about(self, key: str) -> int | None:
        """Return about how many watch, rounded; None when they are too few to say so."""
        seconds = self._asked.get(key)
        if seconds is None:
            return None
        now = int(monotonic())
        for second in [one for one in seconds if one <= now - WINDOW_S]:
            del seconds[second]
        return rounded(sum(seconds.values()) / WINDOW_S)


def rounded(number: float) -> int | None:
    """Return a number that promises no more than it knows: 7, 60, 240, 13,000."""
    if number < FEWEST_TOLD:
        return None
    if number < _FEWEST_IN_TENS:
        return round(number)
    step = 10 ** max(1, len(str(int(number))) - 2)
    return round(number / step) * step
