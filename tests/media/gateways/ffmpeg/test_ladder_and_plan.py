"""Qualities never above the source, and cuts that fit to the frame."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts, VideoFacts
from media.gateways.ffmpeg.ladder import ladder
from media.gateways.ffmpeg.plan import Plan, plan_encoding
from media.gateways.ffmpeg.rates import choose_rate

VIDEO = VideoFacts(
    index=0,
    codec="hevc",
    profile="Main",
    pix_fmt="yuv420p",
    bit_depth=8,
    width_px=1920,
    height_px=1080,
    stored_width_px=1920,
    stored_height_px=1080,
    rotation_deg=0,
    fps=Fraction(30),
    is_vfr=False,
    is_interlaced=False,
    transfer="",
    matrix="bt709",
    color_range="tv",
    start_s=0.0,
    end_s=60.0,
    frame_count=1800,
    keyframes_s=tuple(float(t) for t in range(0, 60, 5)),
    max_keyframe_gap_s=5.0,
    peak_bitrate_bps=6_000_000,
    average_bitrate_bps=4_000_000,
    is_copyable=False,
)
AUDIO = AudioFacts(1, "aac", "LC", 2, 48_000, 0.0, 60.0, 128_000)


def facts(duration_s: float = 60.0, **changes) -> SourceFacts:
    video = replace(VIDEO, end_s=duration_s, **changes)
    return SourceFacts("mov", 1, 0.0, duration_s, False, video, AUDIO)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1920, 1080), ["1080p 1920x1080", "720p 1280x720", "480p 854x480", "360p 640x360"]),
        ((3840, 2160), ["1080p 1920x1080", "720p 1280x720", "480p 854x480", "360p 640x360"]),
        ((1080, 1920), ["1080p 1080x1920", "720p 720x1280", "480p 480x854", "360p 360x640"]),
        ((1920, 804), ["720p 1720x720", "480p 1146x480", "360p 860x360"]),
        ((853, 479), ["480p 852x478", "360p 642x360"]),
        ((640, 360), ["360p 640x360"]),
        ((320, 180), ["180p 320x180"]),
        ((161, 91), ["92p 160x90"]),
        ((2, 2), ["2p 2x2"]),
        ((10_000, 1080), ["1080p 2592x280", "720p 1728x186", "480p 1152x124", "360p 864x94"]),
    ],
)
def test_ladder(size, expected):
    rungs = ladder(replace(VIDEO, width_px=size[0], height_px=size[1]))
    assert [f"{rung.name} {rung.width_px}x{rung.height_px}" for rung in rungs] == expected
    for rung in rungs:
        assert rung.width_px <= max(2, size[0])
        assert rung.height_px <= max(2, size[1])


def test_levels_and_caps():
    assert [(rung.h264_level, rung.max_bitrate_bps) for rung in ladder(VIDEO)] == [
        ("4.0", 5_000_000),
        ("3.1", 2_800_000),
        ("3.1", 1_400_000),
        ("3.0", 800_000),
    ]
    assert ladder(replace(VIDEO, fps=Fraction(60)))[0].h264_level == "4.2"


@pytest.mark.parametrize("fps", ["24000/1001", "25", "30000/1001", "30", "60", "5", "18"])
@pytest.mark.parametrize("duration_s", [0.04, 0.4, 3.9, 4.5, 12.5, 17, 25, 60, 61.3, 3600])
def test_chunks_cover_every_frame_once(fps, duration_s):
    plan = plan_encoding(facts(duration_s, fps=Fraction(fps)))
    assert plan.frame_count == max(1, round(duration_s * Fraction(fps)))
    assert plan.cuts[0] == plan.chunk_cuts[0] == 0
    assert set(plan.chunk_cuts) <= set(plan.cuts)
    assert plan.chunks[-1][1] == pytest.approx(plan.duration_s)
    assert all(before[1] == after[0] for before, after in pairwise(plan.chunks))
    lengths_s = [end_s - start_s for start_s, end_s in plan.chunks]
    assert max(lengths_s) <= 13.2
    if duration_s >= 12:
        assert min(lengths_s) >= 4
    counts = [n for index in range(len(plan.chunks)) for n in plan.segment_frames(index)]
    assert sum(counts) == plan.frame_count
    assert all(count == 2 * plan.gop_frames for count in counts[:-1])
    assert plan.longest_segment_s >= max(counts) / plan.fps - 1e-9


def test_a_plan_survives_json():
    for source in (facts(), facts(is_copyable=True), replace(facts(), video=None)):
        plan = plan_encoding(source)
        assert Plan.from_json(json.loads(json.dumps(plan.to_json()))) == plan


def test_a_film_that_cannot_be_copied_is_previewed_in_its_lowest_quality():
    plan = plan_encoding(facts())
    assert not plan.copies_source
    assert plan.preview_rungs == ("360p",)
    assert plan.preview_chunks == 3
    assert plan.rungs_for(0) == ("1080p", "720p", "480p")
    assert plan.rungs_for(3) == ("1080p", "720p", "480p", "360p")


def test_a_good_copy_is_the_top_rung_for_good():
    plan = plan_encoding(facts(codec="h264", is_copyable=True))
    assert plan.copies_source
    assert plan.keeps_copy
    assert plan.copy_name == "1080p"
    assert plan.encoded_rungs == ("720p", "480p", "360p")
    assert plan.preview_rungs == ()
    assert plan.copy_cuts_s == tuple(float(t) for t in range(0, 60, 5))
    assert plan.cuts == tuple(150 * n for n in range(12))
    assert [end_s - start_s for start_s, end_s in plan.chunks] == [10.0] * 6


@pytest.mark.parametrize("changes", [{"peak_bitrate_bps": 8_000_000}, {"is_vfr": True}])
def test_a_heavy_or_uneven_copy_only_serves_until_the_ladder_is_there(changes):
    plan = plan_encoding(facts(codec="h264", is_copyable=True, **changes))
    assert plan.copies_source
    assert not plan.keeps_copy
    assert plan.copy_name == "copy"
    assert plan.encoded_rungs == ("1080p", "720p", "480p", "360p")
    assert plan.cuts == tuple(120 * n for n in range(15))


def test_a_small_film_kept_as_it_is_needs_no_encoding():
    plan = plan_encoding(
        facts(width_px=640, height_px=360, peak_bitrate_bps=900_000, is_copyable=True)
    )
    assert plan.keeps_copy
    assert plan.chunks == ()
    assert [rung.name for rung in plan.rungs] == ["360p"]


def test_a_sound_has_no_rungs():
    plan = plan_encoding(replace(facts(), video=None))
    assert (plan.rungs, plan.chunks, plan.has_video, plan.has_audio) == ((), (), False, True)
    assert plan.duration_s == 60.0


@pytest.mark.parametrize(
    ("gaps_s", "expected"),
    [
        ([], (Fraction(25), False)),
        ([0.033, 0.034, 0.033] * 20, (Fraction(30), False)),
        ([0.016, 0.017, 0.017] * 20, (Fraction(60), False)),
        ([1001 / 30_000] * 60, (Fraction(30_000, 1001), False)),
        ([1 / 240] * 60, (Fraction(60), False)),
        ([1 / 90] * 60, (Fraction(45), False)),
        ([10.0] * 5, (Fraction(5), False)),
        ([0.04] * 10 + [0.08] * 10 + [0.5], (Fraction(25), True)),
        ([0.04] * 200 + [0.08], (Fraction(25), False)),
    ],
)
def test_choose_rate(gaps_s, expected):
    assert choose_rate(gaps_s) == expected
