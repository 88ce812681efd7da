"""What one process knows of the parts at the edge of a run's air, from the logs of its feeds.

Parts are offered as long as every segment near the edge has them: a player that reads parts would
wait for those of a segment that has none. Without the logs there are none, and lists are as ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from live.air import manifest, slates
from live.air.manifest import Aired, Part
from live.air.read_air import SLATE
from live.gateways.part_log import PartLog

# Rows so far from the edge are not looked at.
NEAR_ROWS = 40
LOGS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Edge:
    """The end of a list: its last segments with their parts, and what is still being made."""

    blocks: list[str]
    growing: list[str]
    part_target_s: float


class KeptParts:
    """The parts of one run, as far as this process has read the logs."""

    def __init__(self) -> None:
        self._logs: dict[tuple[str, str], PartLog] = {}
        self._longest_s = manifest.PART_TARGET_S

    def read(self) -> bool:
        """Read what was added to the logs in use; say whether anything was."""
        return sum(log.read() for log in self._logs.values()) > 0

    def of(self, row: Aired, rung: str) -> list[Part]:
        """Return the parts of a segment, as far as they are there."""
        if row.map_name == SLATE:
            return slate_parts(row.file_number)
        logged = self.log(row.folder, row.rung(rung)).of(row.file_number)
        return [Part(part.count, part.length_s, part.is_independent) for part in logged]

    def log(self, folder: str, rung: str) -> PartLog:
        """Return the log of a rung of a session, read when it is asked for first."""
        key = (folder, rung)
        if key not in self._logs:
            if len(self._logs) >= LOGS_KEPT:
                del self._logs[next(iter(self._logs))]
            self._logs[key] = PartLog(folder, rung)
            self._logs[key].read()
        return self._logs[key]

    def edge(self, rows: Sequence[Aired], promised: Aired | None, rung: str) -> Edge | None:
        """Return the end of the list of `rung`; None where no parts can be offered."""
        first = _first_with_parts(rows)
        known = [self.of(row, rung) for row in rows[first:]]
        if not known or not all(map(_is_whole, rows[first:], known)):
            return None
        befores = [rows[first - 1] if first else None, *rows[first:]]
        blocks = [
            manifest.block(row, rung, before, parts)
            for row, before, parts in zip(rows[first:], befores, known, strict=False)
        ]
        # Without a word of what follows, hls.js takes the last segment for half made.
        after = manifest.part_address(rows[-1], rung, known[-1][-1].count + 1)
        growing = [manifest.hint(after)]
        if promised is not None and (parts := self.of(promised, rung)):
            known.append(parts)
            upcoming = manifest.part_address(promised, rung, parts[-1].count + 1)
            lines = manifest.growing_block(promised, rung, rows[-1], parts)
            growing = [*lines, manifest.hint(upcoming)]
        lengths = [part.length_s for parts in known for part in parts]
        self._longest_s = max([self._longest_s, *lengths])
        return Edge(blocks, growing, self._longest_s)

    def last_place(
        self, rows: Sequence[Aired], promised: Aired | None, rung: str
    ) -> tuple[int, int]:
        """Return number and part, from nought, of the last part in the list of `rung`."""
        if promised is not None and (growing := self.of(promised, rung)):
            return promised.number, len(growing) - 1
        return rows[-1].number, len(self.of(rows[-1], rung)) - 1


def slate_parts(second: int) -> list[Part]:
    """Return the parts of a second of the slate."""
    first = second * len(slates.PARTS_S)
    return [
        Part(first + piece, length_s, is_independent=piece == 0)
        for piece, length_s in enumerate(slates.PARTS_S)
    ]


def _first_with_parts(rows: Sequence[Aired]) -> int:
    """Return the index of the first row whose parts are still named."""
    left_s = float(manifest.PARTS_FOR_TARGETS * manifest.TARGET_S)
    for index in range(len(rows) - 1, -1, -1):
        if left_s <= 0:
            return index + 1
        left_s -= rows[index].length_s
    return 0


def _is_whole(row: Aired, parts: list[Part]) -> bool:
    """Say whether these are all parts of a segment, to the length of a picture."""
    return bool(parts) and abs(sum(part.length_s for part in parts) - row.length_s) < 0.02
