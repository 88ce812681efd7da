"""The worker: does what takes time, and keeps the clock of the site."""

import logging
import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections, connections

from portal.clock import CHORES, Chore

logger = logging.getLogger("portal.worker")


class Command(BaseCommand):
    """Run tasks from the `jobs` queue, with a clock beside them for what is due at an hour."""

    help = "Encode films and do what is due (scheduled publishing, clearing up). Run any number."

    def handle(self, *args: Any, **_: Any) -> None:
        stop = threading.Event()
        clock = threading.Thread(target=_keep_time, args=(stop,), name="clock", daemon=True)
        clock.start()
        try:
            options = ["--backend=jobs", "--queue-name=*", "--interval=0.5"]
            call_command("db_worker", *options, "--no-startup-delay", "--no-reload")
        finally:
            stop.set()
            clock.join(timeout=5)


def _keep_time(stop: threading.Event) -> None:
    """Do each chore at its interval until `stop`. A chore that fails is logged and tried again."""
    waits = dict.fromkeys(CHORES, 0.0)
    tick_s = 1.0
    while not stop.wait(tick_s):
        close_old_connections()
        for chore in CHORES:
            waits[chore] -= tick_s
            if waits[chore] <= 0:
                waits[chore] = chore.every_s
                _do(chore)
    connections.close_all()


def _do(chore: Chore) -> None:
    try:
        chore.run()
    except Exception:
        logger.exception("%s failed; it will be tried again in %s s", chore.name, chore.every_s)
