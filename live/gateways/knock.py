"""A knock at another process: there is news, look now instead of at the next turn.

A file of the live store that grows by a byte; whoever listens looks at its size, which costs a
microsecond and no database. Nothing depends on it: where the store is not shared nobody hears
anything, and everybody looks at their own pace.
"""

import threading
from pathlib import Path
from time import monotonic

from django.conf import settings

TICK_S = 0.02
# Delivered feeds, and what was aired of a run.
FEEDS = "feeds"
_LARGEST_BYTES = 65_536


def run_door(run_id: int) -> str:
    """Return the name under which the air of a run is knocked for."""
    return f"run-{run_id}"


def knock(door: str) -> None:
    """Tell whoever listens at `door`. Never fails: who hears nothing looks by itself."""
    path = _path(door)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_large = path.exists() and path.stat().st_size >= _LARGEST_BYTES
        with path.open("wb" if is_large else "ab") as file:
            file.write(b".")
    except OSError:
        return


class Ear:
    """Listens at one door."""

    def __init__(self, door: str) -> None:
        self._path = _path(door)
        self._size = self._look()

    def has_heard(self) -> bool:
        """Say whether somebody knocked since it was asked last."""
        size = self._look()
        is_new = size != self._size
        self._size = size
        return is_new

    def listen(self, stop: threading.Event, longest_s: float) -> bool:
        """Wait for a knock, `stop` or the end of `longest_s`; say whether to stop."""
        until = monotonic() + longest_s
        while (left_s := until - monotonic()) > 0 and not self.has_heard():
            if stop.wait(min(TICK_S, left_s)):
                return True
        return stop.is_set()

    def _look(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return -1


def _path(door: str) -> Path:
    return Path(settings.LIVE_ROOT, "knocks", door)
