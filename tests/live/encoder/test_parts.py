"""With low latency a real encoder’s parts are logged as they come; a stall ends its segment."""

import pytest

from live.air.manifest import PART_TARGET_S
from live.gateways.part_log import PartLog
from live.models import FeedSegment, FeedSession, LiveProgrammePage
from tests.live.encoder.conftest import encoder, ended, publishing, until
from tests.live.encoder.sender import Sender, film
from tests.live.feeds import KEY, make_feed


@pytest.fixture
def feed(run, house):
    feed = make_feed(house)
    LiveProgrammePage.objects.update(is_low_latency=True)
    return feed


@pytest.mark.parametrize("rate", [24, 25, 30, 50])
def test_parts_are_as_long_as_lists_promise(run, feed, live_root, settings, rate):
    settings.LIVE_RUNGS = ["360p"]
    options = ("-r", str(rate), "-g", str(rate))

    async def scene(door):
        async with publishing(encoder(door, KEY, *options, size="960x540")):
            await until(lambda: FeedSegment.objects.count() >= 3, "three segments")
        return await until(ended, "the session is over")

    session = run(scene)
    for rung in ("source", "360p"):
        log = PartLog(session.folder, rung)
        log.read()
        for segment in session.segments.all()[:3]:
            parts = log.of(segment.number)
            folder = live_root / session.folder / rung
            files = [(folder / part.file_name).read_bytes() for part in parts]
            assert b"".join(files) == (folder / f"{segment.number}.m4s").read_bytes()
            assert parts[0].is_independent
            assert sum(part.length_s for part in parts) == pytest.approx(segment.length_s, abs=0.02)
            assert max(part.length_s for part in parts) <= PART_TARGET_S
            assert min(part.length_s for part in parts[:-1]) >= 0.85 * PART_TARGET_S
        assert [log.at(count).count for count in range(6)] == list(range(6))


def test_a_picture_that_stands_still_ends_its_segment(run, feed):
    messages = film("320x180")

    async def scene(door):
        async with Sender.publish(door, KEY) as sender:
            await sender.send(messages)
            # What ffmpeg holds back of the third second comes when the sender has left.
            await until(lambda: FeedSegment.objects.count() == 3, "the cut of the third")
            await until(lambda: FeedSession.objects.filter(ended_at=None).exists(), "it goes on")
        await until(ended, "the session is over")

    run(scene)
    assert [round(row.length_s, 1) for row in FeedSegment.objects.all()] == [1.0, 1.0, 0.7]
