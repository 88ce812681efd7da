"""After the end of a run: its replay, at once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from live.domain.lay_out_replay import lay_out_replay
from live.models import Recording, Run

# The last segments of a run are still on their way when it ends.
LAST_SEGMENTS = timedelta(seconds=8)


def open_replay(run: Run) -> Recording:
    """Return the replay of a `run` that has ended, with spans and chapters, made if it is missing.

    Called twice, or by two workers at once, it makes one.
    """
    with transaction.atomic():
        recording, is_new = Recording.objects.get_or_create(run=run)
        if is_new:
            recording = lay_out_replay(recording)
    return recording


def open_replays() -> int:
    """Open the replay of every public run that has ended; return how many were missing.

    A rehearsal leaves none.
    """
    ended = Run.objects.filter(
        is_rehearsal=False, ended_at__lt=timezone.now() - LAST_SEGMENTS, recording=None
    )
    runs = list(ended)
    for run in runs:
        open_replay(run)
    return len(runs)
