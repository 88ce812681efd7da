"""A real RTMP door in this process, and real ffmpegs that publish to it."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from live.ingest.rtmp.door import RtmpDoor
from live.models import FeedSession

PATIENCE_S = 40
LOOK_AGAIN_S = 0.05


@pytest.fixture
def live_root(settings, tmp_path) -> Path:
    settings.LIVE_ROOT = tmp_path / "live"
    return settings.LIVE_ROOT


@pytest.fixture
def run(transactional_db, live_root) -> Callable[..., Any]:
    """Run a scene: a coroutine function that is given an open door."""

    def run(scene: Callable[[RtmpDoor], Coroutine[Any, Any, Any]]) -> Any:
        async def play() -> Any:
            async with open_door() as door:
                async with asyncio.timeout(2 * PATIENCE_S):
                    return await scene(door)

        return asyncio.run(play())

    return run


@asynccontextmanager
async def open_door() -> AsyncIterator[RtmpDoor]:
    door = RtmpDoor("test:1935")
    await door.open("127.0.0.1", 0)
    try:
        yield door
    finally:
        await door.close()


def encoder(door: RtmpDoor, key: str, *options: str, seconds: float = 60, size: str = "320x180",
            codec: str = "libx264", pix_fmt: str = "yuv420p", sound: bool = True,
            pace: tuple[str, ...] = ("-re",), place: str = "live") -> list[str]:  # fmt: skip
    """Return an ffmpeg that publishes a test picture, with a keyframe every half second."""
    command = ["ffmpeg", "-hide_banner", "-v", "error", "-nostdin", *pace]
    command += ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=30"]
    if sound:
        command += [*pace, "-f", "lavfi", "-i", "sine=frequency=440", "-c:a", "aac"]
    command += ["-t", str(seconds), "-c:v", codec, "-pix_fmt", pix_fmt]
    if codec == "libx264":
        command += ["-preset", "ultrafast", "-g", "15"]
    command += [*options, "-f", "flv", f"rtmp://127.0.0.1:{door.port}/{place}/{key}"]
    return command


@asynccontextmanager
async def publishing(command: list[str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """Let an encoder publish while the context lasts."""
    process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def until(is_so: Callable[[], Any], what: str) -> Any:
    """Look into the database and on the disk until `is_so()`; return what it returned."""
    async with asyncio.timeout(PATIENCE_S):
        while not (found := await asyncio.to_thread(_asked, is_so)):
            await asyncio.sleep(LOOK_AGAIN_S)
    return found


def _asked(call: Callable[[], Any]) -> Any:
    from django.db import connections

    try:
        return call()
    finally:
        connections.close_all()


def ended() -> FeedSession | None:
    """Return the latest session if it is over."""
    session = FeedSession.objects.order_by("-pk").first()
    return session if session and session.ended_at else None
