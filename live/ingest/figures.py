"""What a session looks like while it runs: weight, dropped frames, weight of its rungs."""

from collections import deque
from statistics import median
from typing import Any

from live.domain.mark_session import Figures
from live.ingest.fragments import Head, Part

OVER_S = 4.0
FRAMES_KNOWN = 60
# So much longer than usual means that pictures are missing in between.
GAP = 1.5


class Meter:
    """Gathers the figures of one session. Instants are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self.figures = Figures()
        self._arrived: deque[tuple[float, int]] = deque()
        self._frames: deque[float] = deque(maxlen=FRAMES_KNOWN)

    def arrived(self, now: float, size_bytes: int) -> None:
        """Note that `size_bytes` came."""
        self._arrived.append((now, size_bytes))
        while now - self._arrived[0][0] > OVER_S:
            self._arrived.popleft()

    def bitrate_bps(self, now: float) -> int:
        """Return what came in the last seconds, in bits a second."""
        recent = [(at, size) for at, size in self._arrived if now - at <= OVER_S]
        if not recent:
            return 0
        over_s = max(1.0, min(OVER_S, now - recent[0][0]))
        return round(sum(size for _, size in recent) * 8 / over_s)

    def describe(self, rung: str, head: Head) -> None:
        """Note what the head of a rung says."""
        self.figures.rungs[rung] = {
            "width_px": head.width_px,
            "height_px": head.height_px,
            "peak_bps": 0,
            "codecs": head.codecs,
        }

    def source(self, head: Head) -> None:
        """Note the size of the sender's picture."""
        self.figures.width_px, self.figures.height_px = head.width_px, head.height_px

    def watch(self, part: Part) -> None:
        """Count the pictures that are missing in a part of the sender's quality."""
        for frame_s in part.frames_s:
            usual_s = median(self._frames) if self._frames else frame_s
            if usual_s and frame_s > GAP * usual_s:
                self.figures.dropped_frames += round(frame_s / usual_s) - 1
            self._frames.append(frame_s)

    def weigh(self, rung: str, size_bytes: int, length_s: float) -> None:
        """Note the weight of a whole segment: the heaviest is the rung's peak."""
        known: dict[str, Any] = self.figures.rungs[rung]
        if length_s > 0:
            known["peak_bps"] = max(known["peak_bps"], round(size_bytes * 8 / length_s))
