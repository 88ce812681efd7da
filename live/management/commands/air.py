"""The process that keeps live programmes on air."""

import signal
import threading
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from live.air.keeper import keep_air


class Command(BaseCommand):
    """Write down what viewers of live programmes get next. Run any number; one is enough."""

    help = "Keep live programmes on air: feeds, the showcaller's switches, slates in the gaps."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()

        def end(signum: int, frame: FrameType | None) -> None:
            stop.set()

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        keep_air(stop)
