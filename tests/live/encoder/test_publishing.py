"""A real encoder publishes to a real door: files and rows appear, and nothing else is disturbed."""

import json
import subprocess

from live.enums import SessionEnd
from live.models import FeedSegment, FeedSession
from tests.live.encoder.conftest import encoder, ended, publishing, until
from tests.live.feeds import KEY, make_feed


def segments_of(session: FeedSession) -> list[FeedSegment]:
    return list(session.segments.order_by("number"))


def test_segments_and_rows_appear_while_somebody_publishes(run, house, live_root):
    make_feed(house)

    async def scene(door):
        async with publishing(encoder(door, KEY)):
            await until(lambda: FeedSegment.objects.count() >= 3, "three segments")
        return await until(ended, "the session is over")

    session = run(scene)
    assert session.end == SessionEnd.LEFT
    assert (session.width_px, session.height_px) == (320, 180)
    assert session.rungs["source"]["codecs"].startswith("avc1.")
    assert session.rungs["source"]["codecs"].endswith(",mp4a.40.2")
    assert session.rungs["source"]["peak_bps"] > 10_000
    folder = live_root / session.folder / "source"
    rows = segments_of(session)
    assert [row.number for row in rows] == list(range(len(rows)))
    for row in rows[:3]:
        assert 0.9 < row.length_s < 1.2
        assert abs(sum(row.parts) - row.length_s) < 0.001
        assert len(row.parts) >= 3
        whole = (folder / f"{row.number}.m4s").read_bytes()
        parts = [folder / f"{row.number}.{n}.m4s" for n in range(len(row.parts))]
        assert b"".join(part.read_bytes() for part in parts) == whole
    for before, after in zip(rows, rows[1:], strict=False):
        gap_s = (after.starts_at - before.starts_at).total_seconds()
        assert abs(gap_s - before.length_s) < 0.005
    joined = live_root / "joined.mp4"
    joined.write_bytes(
        b"".join((folder / name).read_bytes() for name in ("init.mp4", "0.m4s", "1.m4s", "2.m4s"))
    )
    shown = subprocess.run(
        ["ffprobe", "-v", "error", "-count_packets", "-show_streams", "-of", "json", joined],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    streams = {s["codec_type"]: s for s in json.loads(shown)["streams"]}
    assert 85 <= int(streams["video"]["nb_read_packets"]) <= 100
    assert float(streams["video"]["start_time"]) > 0.9
