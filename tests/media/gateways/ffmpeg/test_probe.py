"""The probe tells what the packets hold, with ffprobe or without."""

import json
from fractions import Fraction

import pytest

from media.gateways.ffmpeg.facts import SourceFacts
from media.gateways.ffmpeg.probe import probe
from tests.media import clips

YUV444 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
MPEG4 = ("-c:v", "mpeg4", "-bf", "2", "-q:v", "5")
SAME = {
    "plain": lambda d: clips.film(d, "plain.mp4"),
    "upright": clips.rotated,
    "uneven": clips.variable_rate,
    "bright": lambda d: clips.high_dynamic_range(d, "smpte2084"),
    "pal": clips.interlaced,
    "cover": clips.with_cover,
    "odd": lambda d: clips.film(d, "odd.mkv", size="853x479", codec=YUV444, duration_s=1),
    "avi": lambda d: clips.film(d, "f.avi", codec=MPEG4, sound=("-c:a", "mp3")),
    "surround": lambda d: clips.film(d, "surround.mp4", sound=("-c:a", "ac3", "-ac", "6")),
    "flac": lambda d: clips.sound_only(d, "sound.flac"),
    "secret": clips.with_secrets,
}


@pytest.mark.parametrize("case", SAME)
def test_ffmpeg_alone_finds_the_same_as_ffprobe(shelf, system_tools, wheel_tools, case):
    assert system_tools.ffprobe
    assert wheel_tools.ffprobe is None
    source = SAME[case](shelf)
    assert probe(source, wheel_tools) == probe(source, system_tools)


def test_facts_survive_json(shelf, tools):
    facts = probe(clips.film(shelf, "json.mp4"), tools)
    assert SourceFacts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


def test_a_plain_film(shelf, tools):
    facts = probe(clips.film(shelf, "measured.mp4", duration_s=5), tools)
    assert facts.duration_s == pytest.approx(5, abs=0.03)
    assert not facts.is_partial
    video, audio = facts.video, facts.audio
    assert (video.codec, video.width_px, video.height_px) == ("h264", 320, 180)
    assert (video.fps, video.is_vfr, video.frame_count) == (Fraction(25), False, 125)
    assert video.keyframes_s == (0.0, 2.0, 4.0)
    assert video.max_keyframe_gap_s == 2.0
    assert video.is_copyable
    assert 0 < video.average_bitrate_bps <= video.peak_bitrate_bps
    assert (audio.codec, audio.channels, audio.sample_rate_hz) == ("aac", 1, 48_000)


def test_the_header_is_not_believed(tmp_path, tools):
    facts = probe(clips.truncated(tmp_path), tools)
    assert facts.is_partial
    assert 3 < facts.duration_s < 6
    assert facts.video.frame_count == round(facts.video.end_s * 25)
    assert not facts.video.is_copyable


def test_phones_hold_the_camera_upright(shelf, tools):
    upright = probe(clips.rotated(shelf, 90), tools).video
    assert (upright.width_px, upright.height_px) == (180, 320)
    assert not upright.is_copyable
    upside_down = probe(clips.rotated(shelf, 180), tools).video
    assert (upside_down.width_px, upside_down.height_px) == (320, 180)


def test_broadcast_recordings(shelf, tools):
    facts = probe(clips.interlaced(shelf), tools)
    assert facts.origin_s > 1
    assert facts.duration_s == pytest.approx(3, abs=0.05)
    assert facts.video.is_interlaced
    assert facts.video.start_s == 0
    assert (facts.video.width_px, facts.video.height_px) == (1024, 576)
    assert not facts.video.is_copyable


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("24000/1001", "24000/1001"),
        ("30000/1001", "30000/1001"),
        ("50", "50"),
        ("120", "60"),
        ("1", "5"),
    ],
)
def test_rates(tmp_path, system_tools, rate, expected):
    source = clips.film(tmp_path, "rate.mkv", rate=rate, duration_s=3, sound=())
    video = probe(source, system_tools).video
    assert (video.fps, video.is_vfr) == (Fraction(expected), False)


def test_uneven_frames_get_the_nearest_usual_rate(shelf, tools):
    video = probe(clips.variable_rate(shelf), tools).video
    assert (video.fps, video.is_vfr) == (Fraction(25), True)


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
def test_high_dynamic_range(shelf, tools, transfer):
    video = probe(clips.high_dynamic_range(shelf, transfer), tools).video
    assert video.is_hdr
    assert (video.transfer, video.bit_depth, video.profile) == (transfer, 10, "Main 10")


def test_cover_art_is_not_a_film(shelf, tools):
    facts = probe(clips.with_cover(shelf), tools)
    assert facts.video is None
    assert facts.audio.codec == "mp3"


@pytest.mark.parametrize("name", ["sound.wav", "sound.m4a", "sound.mp3", "sound.ogg"])
def test_sounds_alone(tmp_path, tools, name):
    facts = probe(clips.sound_only(tmp_path, name), tools)
    assert facts.video is None
    assert facts.duration_s == pytest.approx(3, abs=0.1)


def test_one_frame(tmp_path, tools):
    facts = probe(clips.film(tmp_path, "one.mp4", duration_s=0.04, sound=()), tools)
    assert facts.video.frame_count == 1
    assert facts.duration_s == pytest.approx(0.04)


@pytest.mark.parametrize(
    ("why", "options"),
    [
        ("colours", {"codec": YUV444}),
        ("long GOP", {"codec": (*clips.X264, "-g", "1000"), "duration_s": 8}),
        ("pixels", {"picture": "setsar=4/3"}),
        ("codec", {"name": "film.avi", "codec": MPEG4}),
        ("container", {"name": "h264.avi"}),
    ],
)
def test_what_browsers_cannot_play_is_not_copied(tmp_path, system_tools, why, options):
    assert not probe(clips.film(tmp_path, **options), system_tools).video.is_copyable
