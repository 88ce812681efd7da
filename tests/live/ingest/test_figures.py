"""Bitrate, dropped pictures and peaks of a session."""

import pytest

from live.ingest.figures import OVER_S, Meter
from live.ingest.fragments import Head, Part

HEAD = Head(b"", 1, 30, 1280, 720, "avc1.64001f,mp4a.40.2")


def pictures(*frames_s: float) -> Part:
    return Part(b"", True, 1.0, frames_s)


def test_the_bitrate_is_that_of_the_last_seconds():
    meter = Meter()
    for second in range(20):
        meter.arrived(second, 250_000 if second >= 10 else 1_000_000)
    assert meter.bitrate_bps(19.0) == pytest.approx(2_000_000, rel=0.3)
    assert meter.bitrate_bps(19.0 + 2 * OVER_S) == 0


def test_a_stream_that_just_began_is_not_taken_for_a_heavy_one():
    meter = Meter()
    meter.arrived(5.0, 100_000)
    assert meter.bitrate_bps(5.01) == 800_000


def test_gaps_between_pictures_are_dropped_ones():
    meter = Meter()
    meter.watch(pictures(*[1 / 30] * 29, 4 / 30))
    meter.watch(pictures(*[1 / 30] * 30))
    assert meter.figures.dropped_frames == 3


def test_a_steady_stream_drops_none_even_when_its_clock_rounds():
    meter = Meter()
    meter.watch(pictures(*[0.033, 0.034, 0.033] * 20))
    assert meter.figures.dropped_frames == 0


def test_the_heaviest_segment_is_the_peak_of_its_rung():
    meter = Meter()
    meter.describe("source", HEAD)
    meter.source(HEAD)
    for size in (100_000, 300_000, 200_000):
        meter.weigh("source", size, 1.0)
    meter.weigh("source", 10, 0)
    assert meter.figures.rungs == {
        "source": {
            "width_px": 1280,
            "height_px": 720,
            "peak_bps": 2_400_000,
            "codecs": "avc1.64001f,mp4a.40.2",
        }
    }
    assert (meter.figures.width_px, meter.figures.height_px) == (1280, 720)
