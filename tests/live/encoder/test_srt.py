"""Debian's ffmpeg publishes by SRT: let in, refused, and nobody else disturbed."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from live.domain.rotate_key import rotate_key
from live.domain.srt_access import srt_access
from live.enums import Door, SessionEnd
from live.ingest.srt import door as doors
from live.ingest.srt.door import SrtDoor
from live.models import FeedSegment, FeedSession
from live.models.keys import digest_of
from tests.live.encoder.conftest import PATIENCE_S, ended, publishing, until
from tests.live.encoder.test_publishing import (
    assert_parts_make_the_segment,
    assert_plays,
    segments_of,
    some_segments,
)
from tests.live.feeds import KEY, make_feed

OTHER_KEY = "canary-key-of-nairobi"


@asynccontextmanager
async def open_srt_door() -> AsyncIterator[SrtDoor]:
    door = SrtDoor("test:srt")
    await door.open("127.0.0.1", 0)
    try:
        yield door
    finally:
        await door.close()


@pytest.fixture
def run(transactional_db, live_root):
    """Run a scene: a coroutine function that is given an open SRT door."""

    def run(scene):
        async def play():
            async with open_srt_door() as door, asyncio.timeout(2 * PATIENCE_S):
                return await scene(door)

        return asyncio.run(play())

    return run


def caller(
    door, key, *, stream_id=None, passphrase=None, codec="libx264", sound="aac", form="mpegts"
):
    """Return an ffmpeg that publishes a test picture by SRT, with a keyframe each half second."""
    access = srt_access(digest_of(key))
    stream_id = access.stream_id if stream_id is None else stream_id
    passphrase = access.passphrase if passphrase is None else passphrase
    command = ["ffmpeg", "-hide_banner", "-v", "error", "-nostdin", "-re", "-f", "lavfi", "-i"]
    command += ["testsrc=size=320x180:rate=30", "-re", "-f", "lavfi", "-i", "sine=frequency=440"]
    command += ["-t", "60", "-c:v", codec, "-preset", "ultrafast", "-g", "15"]
    command += ["-pix_fmt", "yuv420p", "-c:a", sound, "-f", form]
    query = f"streamid={stream_id}" + (f"&passphrase={passphrase}" if passphrase else "")
    return [*command, f"srt://127.0.0.1:{door.port}?{query}"]


def test_segments_and_rows_appear_while_somebody_publishes(run, house, live_root, caplog):
    caplog.set_level(logging.DEBUG)
    make_feed(house)

    async def scene(door):
        async with publishing(caller(door, KEY)):
            await until(lambda: some_segments(3), "three segments")
        return await until(ended, "the session is over")

    session = run(scene)
    assert (session.door, session.end) == (Door.SRT, SessionEnd.LEFT)
    assert (session.width_px, session.height_px) == (320, 180)
    rows = segments_of(session)
    assert [row.number for row in rows] == list(range(len(rows)))
    for row in rows[:3]:
        assert_parts_make_the_segment(live_root / session.folder / "source", row)
    assert_plays(live_root / session.folder / "source", rows[:3])
    access = srt_access(digest_of(KEY))
    assert access.stream_id not in caplog.text
    assert access.passphrase not in caplog.text


def test_strangers_are_refused_and_the_first_goes_on(run, house, caplog, monkeypatch):
    monkeypatch.setattr(doors, "HANDSHAKE_S", 0.5)
    caplog.set_level(logging.DEBUG)
    programme = make_feed(house).programme
    make_feed(house, "Nairobi", OTHER_KEY, programme=programme)

    async def scene(door):
        async with publishing(caller(door, KEY)):
            await until(lambda: some_segments(1), "a segment")
            scan(door.port)
            for command, said in (
                (caller(door, KEY), b"Application-defined rejection reason"),
                (caller(door, KEY, stream_id="canary-of-nobody"), b"Application-defined"),
                (caller(door, OTHER_KEY, passphrase="not-the-passphrase"), b"Incorrect passphrase"),
                (caller(door, OTHER_KEY, passphrase=""), b"Password required"),
            ):
                async with publishing(command) as refused:
                    _, heard = await refused.communicate()
                    assert refused.returncode != 0
                    assert said in heard
            await until(lambda: some_segments(6), "the first goes on")
            assert await until(lambda: caplog.text.count("FED-009") == 2, "both are told")

    run(scene)
    session = FeedSession.objects.get()
    assert session.dropped_frames == 0
    assert "FED-001" in caplog.text
    assert "FED-002" in caplog.text
    assert "canary" not in caplog.text


def scan(port):
    """Send what a port scan sends."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as scanner:
        for probe in (b"", b"\0", b"GET / HTTP/1.1\r\n\r\n", b"\x80" + bytes(63), b"\xff" * 1400):
            scanner.sendto(probe, ("127.0.0.1", port))


def test_a_changed_key_cuts_off_whoever_publishes_with_the_old_one(run, house, admin):
    feed = make_feed(house)

    async def scene(door):
        async with publishing(caller(door, KEY)) as sender:
            await until(lambda: some_segments(1), "a segment")
            await until(lambda: rotate_key(admin, feed), "the key is changed")
            await sender.communicate()
            assert sender.returncode != 0
        return await until(ended, "the session is over")

    assert run(scene).end == SessionEnd.REVOKED


def test_two_feeds_share_the_port(run, house):
    programme = make_feed(house).programme
    make_feed(house, "Nairobi", OTHER_KEY, programme=programme)

    async def scene(door):
        async with publishing(caller(door, KEY)), publishing(caller(door, OTHER_KEY)):
            await until(lambda: all_have_segments(2), "segments of both")

    run(scene)
    assert set(FeedSession.objects.values_list("door", flat=True)) == {Door.SRT}


def all_have_segments(count):
    return FeedSegment.objects.filter(number=1).values("session__feed").distinct().count() == count


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"codec": "mpeg2video"}, "FED-021"),
        ({"sound": "mp2"}, "FED-022"),
        ({"sound": "libopus"}, "FED-022"),
        ({"form": "matroska"}, "FED-029"),
    ],
)
def test_what_cannot_be_sent_on_ends_as_broken_with_its_reason(run, house, options, code):
    make_feed(house)

    async def scene(door):
        async with publishing(caller(door, KEY, **options)):
            return await until(ended, "the session is over")

    session = run(scene)
    assert (session.end, session.reason) == (SessionEnd.BROKEN, code)
