"""The front doors for live feeds. Run any number, each on its own port."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from live.domain.close_session import close_sessions_of, close_silent_sessions
from live.domain.open_session import LOST_AFTER
from live.gateways.segment_store import remove_leftovers
from live.gateways.srt import SrtError, SrtMissing
from live.ingest.desk import Desk
from live.ingest.rtmp.door import RtmpDoor
from live.ingest.srt.door import SrtDoor
from live.models import FeedSession

logger = logging.getLogger("live.ingest")

TRY_AGAIN_S = 10.0
LOOK_FOR_LOST_S = 5.0
PARTS_KEPT = timedelta(minutes=1)
CLEARED_FOR = timedelta(hours=1)


class LiveDoor(Protocol):
    """What feeds come through."""

    receiver: str
    port: int

    async def open(self, host: str, port: int) -> None: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of door: how it is made, the setting of its port, what encoders call it."""

    make: Callable[[str], LiveDoor]
    setting: str
    address: str
    receiver: str


KINDS = {
    "rtmp": Kind(RtmpDoor, "RTMP_PORT", "rtmp://%s:%s/live", "%s:%s"),
    "srt": Kind(SrtDoor, "SRT_PORT", "srt://%s:%s", "%s:srt:%s"),
}


class Command(BaseCommand):
    """Receive feeds at one door until told to stop."""

    help = "Receive live feeds (RTMP or SRT). Several may run, on different ports."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--door", choices=KINDS, default="rtmp")
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, help="RTMP_PORT or SRT_PORT if not given")

    def handle(self, *args: Any, **options: Any) -> None:
        kind = KINDS[options["door"]]
        port = options["port"] or getattr(settings, kind.setting)
        if not port:
            raise CommandError(f"Which port? Give --port, or set {kind.setting}.")
        host = {"rtmp": settings.RTMP_HOST, "srt": settings.SRT_HOST}[options["door"]]
        asyncio.run(run_door(kind, host or options["host"], port))


async def run_door(kind: Kind, host: str, port: int) -> None:
    """Keep the door open until this process is told to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    door, desk = kind.make(kind.receiver % (socket.gethostname()[:60], port)), Desk()
    try:
        if await _open(door, kind, host, port, stop):
            logger.info("Feeds are received on " + kind.address, host, port)
            # The port is ours: whoever had it before us under this name is gone.
            lost = await desk.do(close_sessions_of, door.receiver)
            if lost:
                logger.warning("%s sessions were lost with the process before this one.", lost)
            await _look_for_lost(desk, stop)
    finally:
        await door.close()
        await desk.close()


async def _open(door: LiveDoor, kind: Kind, host: str, port: int, stop: asyncio.Event) -> bool:
    """Open the door, again and again while that fails; False when told to end before."""
    has_told = False
    while not stop.is_set():
        try:
            await door.open(host, port)
        except (OSError, SrtError) as error:
            if not has_told:
                logger.error(_why_shut(error, kind.setting, port))
            has_told = True
            await _pause(stop, TRY_AGAIN_S)
        else:
            return True
    return False


def _why_shut(error: OSError | SrtError, setting: str, port: int) -> str:
    if isinstance(error, SrtMissing):
        return (
            "No feed can be received by SRT: libsrt is not on this machine. Install it (Debian: "
            "apt install libsrt1.5-gnutls) and start again, or take SRT_PORT away. "
            "All else goes on."
        )
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (
        f"No feed can be received: port {port} cannot be opened ({reason}). Set {setting} to "
        "another one, or to 0 to receive none."
    )


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
