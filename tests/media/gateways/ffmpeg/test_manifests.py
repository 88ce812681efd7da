"""Manifests as the standard asks for, from measured figures."""

from fractions import Fraction

import pytest

from media.gateways.ffmpeg.audio import encode_audio
from media.gateways.ffmpeg.copy import copy_rung
from media.gateways.ffmpeg.manifests import (
    Sound,
    Variant,
    master_manifest,
    media_manifest,
    sound,
    variant,
)
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.segments import Segment
from tests.media import clips

SEGMENTS = [
    Segment("c0_0.m4s", 4.004, 1_000_000),
    Segment("c0_1.m4s", 4.004, 2_000_000),
    Segment("c1_0.m4s", 1.5, 100_000),
]
NTSC = Fraction(30_000, 1001)
PICTURE = Variant("720p/index.m3u8", "avc1.64001f", 1280, 720, NTSC, 3_000_000, 2_000_000)
SOUND = Sound("audio/index.m3u8", "mp4a.40.2", 140_000, 128_000)


def test_a_finished_rung():
    assert media_manifest(SEGMENTS, init_uri="init.mp4", is_complete=True) == (
        "#EXTM3U\n"
        "#EXT-X-VERSION:7\n"
        "#EXT-X-TARGETDURATION:4\n"
        "#EXT-X-MEDIA-SEQUENCE:0\n"
        "#EXT-X-PLAYLIST-TYPE:VOD\n"
        "#EXT-X-INDEPENDENT-SEGMENTS\n"
        '#EXT-X-MAP:URI="init.mp4"\n'
        "#EXTINF:4.004000,\nc0_0.m4s\n"
        "#EXTINF:4.004000,\nc0_1.m4s\n"
        "#EXTINF:1.500000,\nc1_0.m4s\n"
        "#EXT-X-ENDLIST\n"
    )


def test_a_growing_rung_starts_at_the_beginning_and_keeps_its_target():
    first = media_manifest(SEGMENTS[:1], init_uri="init.mp4", is_complete=False, longest_s=4.97)
    later = media_manifest(SEGMENTS, init_uri="init.mp4", is_complete=False, longest_s=4.97)
    assert later.startswith(first)
    for text in (first, later):
        assert "#EXT-X-PLAYLIST-TYPE:EVENT\n" in text
        assert "#EXT-X-TARGETDURATION:5\n" in text
        assert "#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n" in text
        assert "ENDLIST" not in text


def test_no_segment_is_longer_than_the_target_says():
    for longest_s in (0.04, 3.9, 4.0, 4.4, 4.5, 4.99, 9.6):
        text = media_manifest([Segment("s", longest_s, 1)], init_uri="i", is_complete=True)
        target_s = int(text.partition("TARGETDURATION:")[2].splitlines()[0])
        assert round(longest_s) <= target_s <= longest_s + 1


def test_a_film_with_sound():
    assert master_manifest([PICTURE], SOUND) == (
        "#EXTM3U\n"
        "#EXT-X-VERSION:7\n"
        "#EXT-X-INDEPENDENT-SEGMENTS\n"
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Audio",DEFAULT=YES,AUTOSELECT=YES,'
        'CHANNELS="2",URI="audio/index.m3u8"\n'
        "#EXT-X-STREAM-INF:BANDWIDTH=3140000,AVERAGE-BANDWIDTH=2128000,"
        'CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="sound"\n'
        "720p/index.m3u8\n"
    )


def test_a_silent_film():
    text = master_manifest([PICTURE], None)
    assert 'CODECS="avc1.64001f",' in text
    assert "AUDIO" not in text


def test_a_sound_alone():
    assert master_manifest([], SOUND).endswith(
        '#EXT-X-STREAM-INF:BANDWIDTH=140000,AVERAGE-BANDWIDTH=128000,CODECS="mp4a.40.2"\n'
        "audio/index.m3u8\n"
    )


def test_nothing_to_list():
    with pytest.raises(ValueError, match="needs a picture or a sound"):
        master_manifest([], None)


def test_measured_from_real_files(tmp_path, tools):
    source = clips.film(tmp_path, duration_s=9, rate="30000/1001", codec=(*clips.X264, "-g", "60"))
    plan = plan_encoding(probe(source, tools))
    (segments,) = copy_rung(source, plan, tmp_path, tools).rungs.values()
    found = variant(tmp_path / plan.copy_name, segments, uri="a/index.m3u8", fps=plan.fps)
    assert found.codec.startswith("avc1.42c0")
    assert (found.width_px, found.height_px) == (320, 180)
    total_bytes = sum(segment.size_bytes for segment in segments)
    assert found.average_bitrate_bps == pytest.approx(8 * total_bytes / 9.009, rel=0.01)
    assert found.peak_bitrate_bps >= found.average_bitrate_bps
    heard = encode_audio(source, plan, tmp_path, tools)
    measured = sound(tmp_path / "audio", heard.segments, uri="audio/index.m3u8", language="fr")
    assert measured.codec == "mp4a.40.2"
    assert 50_000 < measured.peak_bitrate_bps < 200_000
    assert 'LANGUAGE="fr"' in master_manifest([found], measured)


def test_the_peak_ignores_a_tiny_last_segment(tmp_path, tools):
    source = clips.film(tmp_path, sound=())
    plan = plan_encoding(probe(source, tools))
    copy_rung(source, plan, tmp_path, tools)
    segments = [Segment("a", 4.0, 400_000), Segment("b", 4.0, 500_000), Segment("c", 0.2, 90_000)]
    found = variant(tmp_path / plan.copy_name, segments, uri="a", fps=Fraction(25))
    assert found.peak_bitrate_bps == round(8 * 590_000 / 4.2 + 0.5)
