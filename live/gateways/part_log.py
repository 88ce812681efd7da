"""The log of parts: one line per part of a rung, written once the part can be fetched.

The receiving process appends, any number of others read what was added since. A line has the part's
running number in its session and rung, its segment, its place in it, its length in seconds, and
whether it begins with a keyframe. Who cannot see the file offers no parts.
"""

from collections import deque
from dataclasses import dataclass
from time import time

from live.gateways.segment_store import rung_folder

LOG_NAME = "parts.log"
KNOWN = 400
# So much of its end is read by somebody who comes late: about two minutes.
TAIL_BYTES = 12_288


@dataclass(frozen=True, slots=True)
class LoggedPart:
    """One part as it was delivered: `count` runs through the session, `piece` through `segment`."""

    count: int
    segment: int
    piece: int
    length_s: float
    is_independent: bool

    @property
    def file_name(self) -> str:
        """The name of its file, beside the log."""
        return f"{self.segment}.{self.piece}.m4s"


def log_part(folder: str, rung: str, part: LoggedPart) -> None:
    """Say that a part is on disk."""
    line = f"{part.count} {part.segment} {part.piece} {part.length_s:.6f} {part.is_independent:d}\n"
    with (rung_folder(folder, rung) / LOG_NAME).open("ab") as file:
        file.write(line.encode())


class PartLog:
    """The log of one rung, as far as it was read."""

    def __init__(self, folder: str, rung: str) -> None:
        self._path = rung_folder(folder, rung) / LOG_NAME
        self._at = -1
        self._parts: deque[LoggedPart] = deque(maxlen=KNOWN)

    def read(self) -> bool:
        """Read what was added; say whether anything was."""
        try:
            size = self._path.stat().st_size
            if size == self._at:
                return False
            is_late = self._at < 0 and size > TAIL_BYTES
            start = max(self._at, size - TAIL_BYTES if is_late else 0)
            with self._path.open("rb") as file:
                file.seek(start)
                added = file.read()
        except OSError:
            return False
        whole = added.rfind(b"\n") + 1
        lines = added[:whole].splitlines()[1 if is_late else 0 :]
        self._at = start + whole
        self._parts += [_parsed(line) for line in lines]
        return bool(lines)

    @property
    def last(self) -> LoggedPart | None:
        """The latest part."""
        return self._parts[-1] if self._parts else None

    def of(self, segment: int) -> list[LoggedPart]:
        """Return the parts of a segment so far; none if its first one is not known."""
        found = [part for part in self._parts if part.segment == segment]
        return found if found and found[0].piece == 0 else []

    def at(self, count: int) -> LoggedPart | None:
        """Return the part of that running number."""
        index = count - self._parts[0].count if self._parts else -1
        return self._parts[index] if 0 <= index < len(self._parts) else None


def quiet_s(folder: str, rung: str) -> float | None:
    """Return for how long no part came; None where there is no log to be seen."""
    try:
        return max(0.0, time() - (rung_folder(folder, rung) / LOG_NAME).stat().st_mtime)
    except OSError:
        return None


def _parsed(line: bytes) -> LoggedPart:
    count, segment, piece, length_s, is_independent = line.split()
    return LoggedPart(int(count), int(segment), int(piece), float(length_s), is_independent == b"1")
