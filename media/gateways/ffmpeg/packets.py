"""What the packets of one track say: times, sizes and keyframes."""

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

PEAK_WINDOW_S = 4
KEYFRAME_SPACING_S = 1.0


@dataclass(slots=True)
class Track:
    """The packets of one stream, gathered one by one, times in the file's own clock."""

    times_s: "array[float]" = field(default_factory=lambda: array("d"))
    keyframes_s: "array[float]" = field(default_factory=lambda: array("d"))
    end_s: float = float("-inf")
    size_bytes: int = 0
    has_hidden_frames: bool = False
    _bytes_by_second: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _has_last_duration: bool = False

    def add(
        self, time_s: float, duration_s: float, size_bytes: int, *, is_key: bool, is_hidden: bool
    ) -> None:
        """Count one packet. A hidden one is decoded but not shown (edit list, priming)."""
        self.size_bytes += size_bytes
        self._bytes_by_second[int(time_s)] += size_bytes
        if is_hidden:
            self.has_hidden_frames = True
            return
        self.times_s.append(time_s)
        if is_key:
            self.keyframes_s.append(time_s)
        if time_s + duration_s >= self.end_s:
            self.end_s = time_s + duration_s
            self._has_last_duration = duration_s > 0

    def close(self) -> None:
        """Put the packets in the order they are shown; call once, after the last."""
        self.times_s = array("d", sorted(self.times_s))
        self.keyframes_s = array("d", sorted(self.keyframes_s))
        if not self._has_last_duration and len(self.times_s) > 1:
            self.end_s += median(self.gaps_s())

    @property
    def start_s(self) -> float:
        return self.times_s[0]

    @property
    def duration_s(self) -> float:
        return self.end_s - self.start_s

    def gaps_s(self) -> list[float]:
        """Return the seconds from each frame to the next, without doubles."""
        return [after - before for before, after in pairwise(self.times_s) if after > before]

    def average_bitrate_bps(self) -> int:
        return round(self.size_bytes * 8 / max(self.duration_s, 0.04))

    def peak_bitrate_bps(self) -> int:
        """Return the highest rate over any four seconds, about one media segment."""
        if self.duration_s <= PEAK_WINDOW_S:
            return self.average_bitrate_bps()
        by_second = self._bytes_by_second
        window = range(PEAK_WINDOW_S)
        peak = max(sum(by_second.get(at + k, 0) for k in window) for at in list(by_second))
        return peak * 8 // PEAK_WINDOW_S

    def max_keyframe_gap_s(self) -> float:
        """Return the longest time without a keyframe, start and end included."""
        marks = [self.start_s, *self.keyframes_s, self.end_s]
        return max(after - before for before, after in pairwise(marks))

    def spaced_keyframes_s(self) -> list[float]:
        """Return keyframes at least a second apart: films of keyframes only have millions."""
        kept: list[float] = []
        for time_s in self.keyframes_s:
            if not kept or time_s - kept[-1] >= KEYFRAME_SPACING_S - 1e-3:
                kept.append(time_s)
        return kept
