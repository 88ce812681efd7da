"""kill -9 of the whole ingest process: at most a segment is lost, and the feed is free again."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from django.conf import settings as django_settings
from django.db import connection

from live.enums import SessionEnd
from live.models import FeedSegment, FeedSession
from tests.live.encoder.conftest import encoder, publishing, until
from tests.live.feeds import KEY, make_feed


class Place:
    """Where an ingest process listens, for `encoder`."""

    def __init__(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]


@asynccontextmanager
async def ingest(place: Place) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `manage.py ingest` on the database of this test, from when it listens on."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": str(django_settings.DATA_DIR),
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
    }
    command = [sys.executable, "manage.py", "ingest", "--port", str(place.port)]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=django_settings.BASE_DIR, env=environment, stderr=subprocess.PIPE
    )
    try:
        while b"Feeds are received" not in (line := await process.stderr.readline()):
            assert line, "ingest ended before it listened"
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.communicate()


def test_a_killed_ingest_loses_at_most_a_segment_and_its_successor_goes_on(
    transactional_db, house, settings
):
    settings.LIVE_ROOT = django_settings.DATA_DIR / "live"
    make_feed(house)
    place = Place()

    async def scene():
        async with ingest(place) as first, publishing(encoder(place, KEY)):
            await until(lambda: FeedSegment.objects.count() >= 2, "two segments")
            first.kill()
            await first.wait()
        rows = await until(lambda: list(FeedSegment.objects.values_list("number")), "rows")
        async with ingest(place) as second, publishing(encoder(place, KEY)):
            await until(lambda: FeedSession.objects.count() == 2, "a second session")
            newest = await until(lambda: FeedSession.objects.order_by("pk").last(), "it")
            await until(lambda: newest.segments.exists(), "its first segment")
            second.send_signal(signal.SIGTERM)
            await second.wait()
            assert second.returncode == 0
        return len(rows)

    kept = asyncio.run(scene())
    lost, stopped = FeedSession.objects.order_by("pk")
    assert (lost.end, stopped.end) == (SessionEnd.LOST, SessionEnd.LOST)
    assert lost.ended_at == lost.seen_at
    folder = settings.LIVE_ROOT / lost.folder / "source"
    whole = [path for path in folder.glob("*.m4s") if path.stem.isdecimal()]
    assert kept <= len(whole) <= kept + 1
