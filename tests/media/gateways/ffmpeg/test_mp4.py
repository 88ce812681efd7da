"""One ordinary MP4 out of the segments."""

import pytest

from media.errors import MediaError
from media.gateways.ffmpeg.audio import FOLDER, encode_audio
from media.gateways.ffmpeg.copy import copy_rung
from media.gateways.ffmpeg.mp4 import join_mp4
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import frame_times_s


@pytest.fixture
def encoded(tmp_path, tools):
    source = clips.film(tmp_path, duration_s=9)
    plan = plan_encoding(probe(source, tools))
    copy_rung(source, plan, tmp_path, tools)
    encode_audio(source, plan, tmp_path, tools)
    return tmp_path / plan.copy_name, tmp_path / FOLDER


def test_starts_at_zero_and_plays_while_loading(encoded, tmp_path, tools):
    film = join_mp4(*encoded, tmp_path / "out" / "film.mp4", tools)
    assert frame_times_s(film) == pytest.approx([n / 25 for n in range(225)], abs=1e-3)
    data = film.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    facts = probe(film, tools)
    assert facts.duration_s == pytest.approx(9, abs=0.05)
    assert facts.video.frame_count == 225
    assert [path.name for path in film.parent.iterdir()] == ["film.mp4"]


def test_a_damaged_segment_is_noticed(encoded, tmp_path, tools):
    rung, sound = encoded
    segment = rung / "s_1.m4s"
    segment.write_bytes(segment.read_bytes()[:-1000])
    with pytest.raises(MediaError):
        join_mp4(rung, sound, tmp_path / "out" / "film.mp4", tools)
    assert list((tmp_path / "out").iterdir()) == []
