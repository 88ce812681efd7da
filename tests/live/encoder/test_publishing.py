"""A real encoder publishes to a real door: files and rows appear, and nothing else is disturbed."""

import json
import logging
import subprocess
from itertools import pairwise

import pytest
from django.utils import timezone

from live.domain.revoke_key import revoke_key
from live.enums import SessionEnd
from live.ingest import session as sessions
from live.models import FeedSegment, FeedSession
from tests.live.encoder.conftest import encoder, ended, publishing, until
from tests.live.encoder.sender import Sender, film
from tests.live.feeds import KEY, make_feed


def segments_of(session: FeedSession) -> list[FeedSegment]:
    return list(session.segments.order_by("number"))


def some_segments(count: int) -> bool:
    return FeedSegment.objects.count() >= count


def sessions_with_segments() -> int:
    return FeedSession.objects.filter(segments__number=0).count()


def test_segments_and_rows_appear_while_somebody_publishes(run, house, live_root):
    make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY)):
            await until(lambda: some_segments(3), "three segments")
        return await until(ended, "the session is over")

    session = run(scene)
    assert session.end == SessionEnd.LEFT
    assert (session.width_px, session.height_px) == (320, 180)
    assert session.dropped_frames == 0
    codecs = session.rungs["source"]["codecs"].split(",")
    assert codecs[0].startswith("avc1.")
    assert codecs[1] == "mp4a.40.2"
    assert session.rungs["source"]["peak_bps"] > 10_000
    rows = segments_of(session)
    assert [row.number for row in rows] == list(range(len(rows)))
    for before, after in pairwise(rows):
        gap_s = (after.starts_at - before.starts_at).total_seconds()
        assert gap_s == pytest.approx(before.length_s, abs=0.005)
    for row in rows[:3]:
        assert_parts_make_the_segment(live_root / session.folder / "source", row)
    assert_plays(live_root / session.folder / "source", rows[:3])


def assert_parts_make_the_segment(folder, row):
    assert 0.9 < row.length_s < 1.2
    assert sum(row.parts) == pytest.approx(row.length_s, abs=0.001)
    assert len(row.parts) >= 3
    parts = [folder / f"{row.number}.{piece}.m4s" for piece in range(len(row.parts))]
    whole = (folder / f"{row.number}.m4s").read_bytes()
    assert b"".join(part.read_bytes() for part in parts) == whole


def assert_plays(folder, rows):
    """Let ffprobe read the init segment and these segments as one film."""
    names = ["init.mp4", *(f"{row.number}.m4s" for row in rows)]
    joined = b"".join((folder / name).read_bytes() for name in names)
    command = ["ffprobe", "-v", "error", "-count_packets", "-show_streams", "-of", "json", "-"]
    said = subprocess.run(command, input=joined, capture_output=True, check=True).stdout
    streams = {stream["codec_type"]: stream for stream in json.loads(said)["streams"]}
    frames = sum(row.length_s for row in rows) * 30
    assert int(streams["video"]["nb_read_packets"]) == pytest.approx(frames, abs=2)
    assert float(streams["video"]["start_time"]) >= 1
    assert float(streams["audio"]["start_time"]) == pytest.approx(1, abs=0.1)


def test_who_drops_and_returns_gets_a_second_session_even_with_another_picture(run, house):
    make_feed(house)

    async def scene(door):
        for count, size in enumerate(("320x180", "426x240"), start=1):
            async with publishing(encoder(door, KEY, size=size)) as process:
                await until(lambda: sessions_with_segments() == count, "a segment")  # noqa: B023
                process.kill()
            await until(ended, "the session is over")

    run(scene)
    first, second = FeedSession.objects.order_by("pk")
    assert first.folder != second.folder
    assert [s.height_px for s in (first, second)] == [180, 240]
    assert {first.end, second.end} == {SessionEnd.LEFT}


def test_a_wrong_key_and_a_second_publisher_are_refused_and_disturb_nothing(run, house, caplog):
    caplog.set_level(logging.DEBUG)
    make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY)):
            await until(lambda: some_segments(1), "a segment")
            for key in ("canary-of-a-wrong-key", KEY):
                async with publishing(encoder(door, key)) as refused:
                    _, said = await refused.communicate()
                    assert refused.returncode != 0
                    assert b"Server error" in said
            await until(lambda: some_segments(4), "the first goes on")

    run(scene)
    assert FeedSession.objects.count() == 1
    assert "FED-001" in caplog.text
    assert "FED-002" in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"codec": "flv1"}, "FED-021"),
        ({"pix_fmt": "yuv444p"}, "FED-021"),
    ],
)
def test_a_picture_that_cannot_be_sent_on_ends_as_broken_with_its_reason(run, house, options, code):
    make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY, **options)):
            return await until(ended, "the session is over")

    session = run(scene)
    assert (session.end, session.reason) == (SessionEnd.BROKEN, code)


def test_a_revoked_key_cuts_off_whoever_publishes_with_it(run, house, admin):
    feed = make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY)):
            await until(lambda: some_segments(1), "a segment")
            await until(lambda: revoke_key(admin, feed) or True, "the key is revoked")
            revoked_at = timezone.now()
            return revoked_at, await until(ended, "the session is over")

    revoked_at, session = run(scene)
    assert session.end == SessionEnd.REVOKED
    # Nothing is taken that was sent two seconds later.
    last = segments_of(session)[-1]
    until_s = (last.starts_at - revoked_at).total_seconds() + last.length_s
    assert until_s < 2


def test_another_picture_on_the_same_connection_is_another_session(run, house):
    make_feed(house)
    films = [film("320x180"), film("426x240")]

    async def scene(door):
        async with Sender.publish(door, KEY) as sender:
            await sender.send(films[0])
            await until(lambda: FeedSegment.objects.count() >= 2, "two segments")
            await sender.send(films[1])
            await until(lambda: sessions_with_segments() == 2, "a segment of the second")
        await until(ended, "the second is over")

    run(scene)
    first, second = FeedSession.objects.order_by("pk")
    assert [s.height_px for s in (first, second)] == [180, 240]
    assert (first.end, second.end) == (SessionEnd.LEFT, SessionEnd.LEFT)
    assert [len(segments_of(s)) for s in (first, second)] == [3, 3]


def test_a_sender_that_falls_silent_makes_room(run, house, monkeypatch):
    monkeypatch.setattr(sessions, "SILENT_AFTER_S", 1.0)
    make_feed(house)
    messages = film("320x180")

    async def scene(door):
        async with Sender.publish(door, KEY) as sender:
            await sender.send(messages)
            session = await until(ended, "the session is over")
            assert await sender.reader.read() == b""
        return session

    session = run(scene)
    assert session.end == SessionEnd.SILENT
    assert len(segments_of(session)) == 3


def test_who_sends_faster_than_the_clock_is_refused(run, house, monkeypatch):
    monkeypatch.setattr(sessions, "MOST_AHEAD_S", 1.0)
    make_feed(house)
    messages = film("320x180", seconds=20)

    async def scene(door):
        async with Sender.publish(door, KEY) as sender:
            await sender.send(messages)
            await sender.hear(b"FED-025")
        return await until(ended, "the session is over")

    session = run(scene)
    assert (session.end, session.reason) == (SessionEnd.BROKEN, "FED-025")


def test_encoded_rungs_have_the_same_segments_as_the_source(run, house, live_root, settings):
    settings.LIVE_RUNGS = ["360p"]
    make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY, size="960x540")):
            await until(lambda: some_segments(2), "two segments")
        return await until(ended, "the session is over")

    session = run(scene)
    assert session.rungs["360p"]["height_px"] == 360
    assert session.rungs["360p"]["width_px"] == 640
    rows = segments_of(session)
    for row in rows:
        for rung in ("source", "360p"):
            assert (live_root / session.folder / rung / f"{row.number}.m4s").exists()
    for rung in ("source", "360p"):
        assert_plays(live_root / session.folder / rung, rows[:2] + rows[2:3])
