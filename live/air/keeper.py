"""Keep every open run on air: append what is due, four times a second, until told to stop.

When a segment was delivered, and where the live store is shared, at once.
"""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import Q
from django.utils import timezone

from live.air import slates
from live.air.append import append_air
from live.gateways.knock import FEEDS, Ear
from live.models import LiveProgrammePage, Run

logger = logging.getLogger("live.air")

PASS_EVERY_S = 0.25
# While nothing is live, one short question a second.
IDLE_EVERY_S = 1.0
SLATE_AGAIN_AFTER_S = 30.0


def keep_air(stop: threading.Event) -> None:
    """Append to all open runs until `stop`. Several processes may do this at once."""
    with ThreadPoolExecutor(max_workers=1) as painters:
        keeper = Keeper(painters)
        pause_s = 0.0
        ear = Ear(FEEDS)
        while not ear.listen(stop, pause_s):
            pause_s = PASS_EVERY_S if keeper.work() else IDLE_EVERY_S


class Keeper:
    """One process that appends; slates are made beside, by `painters`, so that nobody waits."""

    def __init__(self, painters: ThreadPoolExecutor) -> None:
        self._painters = painters
        self._painting: dict[int, Future[None]] = {}

    def work(self) -> bool:
        """Append once to every open run; say whether there is any."""
        close_old_connections()
        try:
            # A picture from elsewhere is no air of ours: there is nothing to append, and no slate.
            ours = Run.objects.filter(programme__outside_address="")
            runs = list(ours.filter(Q(ended_at=None) | Q(promise__isnull=False)))
        except DatabaseError:
            logger.exception("The runs on air cannot be read.")
            return False
        for run in runs:
            try:
                append_air(run, timezone.now(), slate_segments=self._slate_segments(run))
            except DatabaseError:
                # The other runs go on, and this one at the next pass.
                logger.exception("Nothing could be appended to run %s.", run.key)
        return bool(runs)

    def _slate_segments(self, run: Run) -> int:
        """Return how long the run's slate is; 0 while it is being made."""
        if run.slate_key:
            return slates.SEGMENTS
        painting = self._painting.get(run.pk)
        if painting is None or painting.done():
            self._painting[run.pk] = self._painters.submit(_paint, run.pk)
        return 0


def _paint(run_id: int) -> None:
    """Make the slate of a run and write its name down, once."""
    try:
        programme = LiveProgrammePage.objects.get(runs=run_id)
        key = slates.make_slate(programme)
        Run.objects.filter(pk=run_id, slate_key="").update(slate_key=key)
    except Exception:
        # Whatever went wrong, the feeds are still aired; the slate is tried again.
        logger.exception("The slate of run %s could not be made.", run_id)
        threading.Event().wait(SLATE_AGAIN_AFTER_S)
    finally:
        connection.close()
