"""Keep a job ours while ffmpeg works on it."""

from dataclasses import dataclass
from time import monotonic

from media.domain.encode.progress import refresh_percent
from media.domain.encode.queue import renew
from media.models import EncodeJob

RENEW_EVERY_S = 2.0


@dataclass
class Lease:
    """Keeps a job ours while ffmpeg works, and tells ffmpeg to stop when it is not any more."""

    job: EncodeJob
    duration_s: float = 0.0
    is_lost: bool = False
    renewed_at: float = 0.0

    def on_progress(self, done_s: float) -> None:
        """Renew the lease, at most every two seconds. `done_s`: seconds of film done."""
        if monotonic() - self.renewed_at < RENEW_EVERY_S:
            return
        self.renewed_at = monotonic()
        percent = int(min(99, 100 * done_s / self.duration_s)) if self.duration_s else 0
        self.is_lost = not renew(self.job, percent)
        if not self.is_lost:
            refresh_percent(self.job.encoding)

    def should_stop(self) -> bool:
        return self.is_lost
