"""A guest's recording, in the formats of browsers, becomes segments; they are told where they are."""

import asyncio
import json
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone

from live.enums import Door, SessionEnd
from live.models import FeedSegment
from live.models.keys import digest_of
from portal.asgi import application
from tests.live.encoder.conftest import PATIENCE_S, ended, until
from tests.live.feeds import make_feed

SECRET = "canary-secret-of-a-guest"
RATE = ["-re", "-f", "lavfi", "-i", "testsrc=size=320x180:rate=25", "-re", "-f", "lavfi", "-i"]
PICTURE = [*RATE, "sine", "-t", "20", "-pix_fmt", "yuv420p", "-c:a", "libopus"]
H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-g", "25"]
RECORDINGS = {
    "video/webm;codecs=h264,opus": [*H264, "-f", "matroska", "-live", "1"],
    "video/mp4;codecs=avc1.42E01F,opus": [
        *H264, "-f", "mp4", "-movflags", "frag_keyframe+empty_moov+default_base_moof",
    ],
    "video/webm;codecs=vp8,opus": ["-c:v", "libvpx", "-deadline", "realtime", "-g", "500",
                                   "-f", "webm", "-live", "1"],
}  # fmt: skip


class Browser:
    """Says hello, then sends what an ffmpeg records, in small pieces, until it is to leave."""

    def __init__(self, kind: str) -> None:
        words = {"secret": SECRET, "type": kind, "language": "fr"}
        self.first = [
            {"type": "websocket.connect"},
            {"type": "websocket.receive", "text": json.dumps(words)},
        ]
        self.kind = kind
        self.said: list[str] = []
        self.leaves = asyncio.Event()

    async def visit(self) -> None:
        command = ["ffmpeg", "-v", "error", "-nostdin", *PICTURE, *RECORDINGS[self.kind], "pipe:1"]
        recorder = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
        try:
            scope = {"type": "websocket", "path": "/duplex-in/", "headers": []}
            await application(scope, lambda: self._receive(recorder.stdout), self._send)
        finally:
            recorder.kill()
            await recorder.communicate()

    async def _receive(self, recording: asyncio.StreamReader) -> dict:
        if self.first:
            return self.first.pop(0)
        piece = asyncio.create_task(recording.read(20_000))
        leaving = asyncio.create_task(self.leaves.wait())
        await asyncio.wait([piece, leaving], return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if self.leaves.is_set():
            piece.cancel()
            return {"type": "websocket.disconnect"}
        return {"type": "websocket.receive", "bytes": piece.result()}

    async def _send(self, message: dict) -> None:
        if "text" in message:
            self.said.append(json.loads(message["text"])["state"])


@pytest.mark.parametrize("kind", RECORDINGS)
def test_what_a_browser_records_becomes_segments(kind, transactional_db, live_root, house):
    hour = timezone.now() + timedelta(hours=1)
    make_feed(house, guest_digest=digest_of(SECRET), guest_until=hour)

    async def scene() -> Browser:
        browser = Browser(kind)
        visit = asyncio.create_task(browser.visit())
        await until(lambda: FeedSegment.objects.count() >= 2, "two segments")
        await until(lambda: "connected" in browser.said, "the guest knows")
        browser.leaves.set()
        async with asyncio.timeout(PATIENCE_S):
            await visit
        return browser

    browser = asyncio.run(scene())
    session = ended()
    assert (session.door, session.end) == (Door.BROWSER, SessionEnd.LEFT)
    assert session.rungs["source"]["codecs"].startswith("avc1.")
    assert session.rungs["source"]["codecs"].endswith("mp4a.40.2")
    assert session.height_px == 180
    lengths = [row.length_s for row in session.segments.order_by("number")]
    assert all(0.9 < length < 2.1 for length in lengths[:2])
    assert browser.said[0] in ("waiting", "connected")
