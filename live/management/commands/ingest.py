"""The front doors for live feeds. Run any number, each on its own port."""

import asyncio
import logging
import signal
import socket
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from live.domain.close_session import close_sessions_of, close_silent_sessions
from live.domain.open_session import LOST_AFTER
from live.gateways.segment_store import remove_leftovers
from live.ingest.desk import Desk
from live.ingest.rtmp.door import RtmpDoor
from live.models import FeedSession

logger = logging.getLogger("live.ingest")

TRY_AGAIN_S = 10.0
LOOK_FOR_LOST_S = 5.0
PARTS_KEPT = timedelta(minutes=1)
CLEARED_FOR = timedelta(hours=1)


class Command(BaseCommand):
    """Receive feeds over RTMP until told to stop."""

    help = "Receive live feeds (RTMP). Several may run, on different ports."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=settings.RTMP_PORT)

    def handle(self, *args: Any, **options: Any) -> None:
        asyncio.run(run_doors(settings.RTMP_HOST or options["host"], options["port"]))


async def run_doors(host: str, port: int) -> None:
    """Keep the doors open until this process is told to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    door, desk = RtmpDoor(f"{socket.gethostname()[:60]}:{port}"), Desk()
    try:
        if await _open(door, host, port, stop):
            logger.info("Feeds are received on rtmp://%s:%s/live", host, port)
            # The port is ours: whoever had it before us under this name is gone.
            lost = await desk.do(close_sessions_of, door.receiver)
            if lost:
                logger.warning("%s sessions were lost with the process before this one.", lost)
            await _look_for_lost(desk, stop)
    finally:
        await door.close()
        await desk.close()


async def _open(door: RtmpDoor, host: str, port: int, stop: asyncio.Event) -> bool:
    """Open the door, again and again while its port is taken; False when told to end before."""
    has_told = False
    while not stop.is_set():
        try:
            await door.open(host, port)
        except OSError as error:
            if not has_told:
                logger.error(
                    "No feed can be received: port %s cannot be opened (%s). Set RTMP_PORT to "
                    "another one, or to 0 to receive none.", port, error.strerror
                )  # fmt: skip
            has_told = True
            await _pause(stop, TRY_AGAIN_S)
        else:
            return True
    return False


async def _look_for_lost(desk: Desk, stop: asyncio.Event) -> None:
    """Clear up what other processes left when they died, until told to end."""
    while not stop.is_set():
        await desk.do(clear_up)
        await _pause(stop, LOOK_FOR_LOST_S)


def clear_up() -> None:
    """Close sessions that nobody keeps alive, and remove the parts of those that are over."""
    now = timezone.now()
    close_silent_sessions(FeedSession.objects.all(), now - LOST_AFTER)
    over = FeedSession.objects.filter(ended_at__range=(now - CLEARED_FOR, now - PARTS_KEPT))
    for folder in over.values_list("folder", flat=True):
        remove_leftovers(folder)


async def _pause(stop: asyncio.Event, pause_s: float) -> None:
    try:
        async with asyncio.timeout(pause_s):
            await stop.wait()
    except TimeoutError:
        pass
