"""A source that browsers can play is published as it is."""

import pytest

from media.gateways.ffmpeg.chunk import encode_chunk
from media.gateways.ffmpeg.copy import copy_mp4, copy_rung
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import described, frame_times_s, frames, joined

UNEVEN_KEYS = ("-force_key_frames", "0,1.2,3.2,5,9.4,11")


@pytest.fixture
def film(tmp_path):
    codec = (*clips.X264, "-g", "250", "-bf", "2", *UNEVEN_KEYS, "-b:v", "500k")
    return clips.film(tmp_path, size="854x480", duration_s=13, codec=codec)


def test_the_copy_is_the_source_and_the_ladder_is_cut_like_it(film, tmp_path, tools):
    plan = plan_encoding(probe(film, tools))
    assert plan.keeps_copy
    grown: list[int] = []
    copied = copy_rung(
        film, plan, tmp_path / "out", tools, on_segments=lambda made: grown.append(len(made))
    )
    (segments,) = copied.rungs.values()
    assert [s.duration_s for s in segments] == pytest.approx([5, 4.4, 3.6], abs=0.001)
    shown = joined(tmp_path / "out" / "480p", segments)
    assert [checksum for _, checksum in frames(shown)] == [c for _, c in frames(film)]
    assert frame_times_s(shown) == pytest.approx([1 + n / 25 for n in range(325)], abs=1e-3)
    encoded = [
        segment
        for index in range(len(plan.chunks))
        for segment in encode_chunk(film, plan, index, tmp_path / "out", tools).rungs["360p"]
    ]
    assert [s.duration_s for s in encoded] == pytest.approx([5, 4.4, 3.6], abs=0.001)
    assert grown == sorted(grown)


def test_the_provisional_mp4_plays_from_its_start(film, tmp_path, tools):
    plan = plan_encoding(probe(film, tools))
    target = copy_mp4(film, plan, tmp_path / "out" / "film.mp4", tools)
    assert frame_times_s(target) == pytest.approx([n / 25 for n in range(325)], abs=1e-3)
    data = target.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert [path.name for path in target.parent.iterdir()] == ["film.mp4"]


def test_foreign_sound_is_encoded_in_the_provisional_mp4(tmp_path, tools):
    film = clips.film(tmp_path, "film.mkv", sound=("-c:a", "libvorbis"))
    plan = plan_encoding(probe(film, tools))
    assert plan.copies_source
    target = copy_mp4(film, plan, tmp_path / "film.mp4", tools)
    assert "Audio: aac" in described(target).text
