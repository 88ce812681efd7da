"""The sound: one rendition, as long as the film, as loud as every other."""

import json

import pytest

from media.gateways.ffmpeg.audio import FOLDER, encode_audio
from media.gateways.ffmpeg.boxes import read_init
from media.gateways.ffmpeg.peaks import NAME, make_peaks
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.segments import INIT_NAME, total_s
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import described, joined

QUIET = "sine=frequency=300:sample_rate=48000,volume=-8dB"
LOUD = "aevalsrc='0.9*sin(2000*t)':s=48000"


def tone(folder, source, name="tone.wav", duration_s=6, *more):
    arguments = ("-f", "lavfi", "-i", source, "-t", str(duration_s), *more)
    return clips.render(folder / name, *arguments)


@pytest.mark.parametrize("source", [QUIET, LOUD])
def test_brought_to_the_usual_loudness(tmp_path, tools, source):
    path = tone(tmp_path, source)
    plan = plan_encoding(probe(path, tools))
    made = encode_audio(path, plan, tmp_path / "out", tools)
    assert abs(made.loudness_before_lufs + 16) > 1
    assert made.gain_db == pytest.approx(-16 - made.loudness_before_lufs, abs=0.02)
    assert made.loudness_after_lufs == pytest.approx(-16, abs=0.5)


def test_left_alone_when_nearly_right(tmp_path, system_tools):
    path = tone(tmp_path, "sine=frequency=1000:sample_rate=48000,volume=4.2dB", "near.wav")
    plan = plan_encoding(probe(path, system_tools))
    made = encode_audio(path, plan, tmp_path / "out", system_tools)
    assert abs(made.loudness_before_lufs + 16) <= 1
    assert made.gain_db == 0
    assert made.loudness_after_lufs == pytest.approx(made.loudness_before_lufs, abs=0.2)


def test_peaks_are_held_below_the_limit(tmp_path, system_tools):
    bursts = "aevalsrc='if(lt(mod(t,3),0.004),0.95,0.02)*sin(3000*t)':s=48000"
    path = tone(tmp_path, bursts, "bursts.wav", 9)
    plan = plan_encoding(probe(path, system_tools))
    made = encode_audio(path, plan, tmp_path / "out", system_tools)
    assert made.gain_db > 6
    shown = joined(tmp_path / "out" / FOLDER, made.segments)
    levels = clips.render(
        tmp_path / "levels.wav", "-i", str(shown), "-af", "astats=measure_perchannel=none"
    )
    facts = probe(levels, system_tools)
    make_peaks(levels, facts, tmp_path, system_tools)
    assert max(json.loads((tmp_path / NAME).read_text())["peaks"]) <= 88


def test_silence_stays_silence(tmp_path, system_tools):
    path = tone(tmp_path, "anullsrc=r=48000", "silence.wav")
    plan = plan_encoding(probe(path, system_tools))
    made = encode_audio(path, plan, tmp_path / "out", system_tools)
    assert (made.loudness_before_lufs, made.loudness_after_lufs, made.gain_db) == (None, None, 0)


@pytest.mark.parametrize("layout", ["mono", "5.1"])
def test_any_layout_becomes_stereo_aac(tmp_path, tools, layout):
    channels = {"mono": "1", "5.1": "6"}[layout]
    path = tone(tmp_path, QUIET, "layout.m4a", 3, "-ac", channels)
    plan = plan_encoding(probe(path, tools))
    assert plan.facts.audio.channels == int(channels)
    made = encode_audio(path, plan, tmp_path / "out", tools)
    text = described(joined(tmp_path / "out" / FOLDER, made.segments)).text
    assert "aac (LC)" in text
    assert "48000 Hz, stereo" in text
    assert read_init((tmp_path / "out" / FOLDER / INIT_NAME).read_bytes()).codec == "mp4a.40.2"


@pytest.mark.parametrize(("sound_s", "picture_s"), [(3, 7), (7, 3)])
def test_sound_and_picture_get_the_same_length(tmp_path, tools, sound_s, picture_s):
    picture = clips.film(tmp_path, "picture.mp4", duration_s=picture_s, sound=())
    sound = tone(tmp_path, QUIET, "sound.wav", sound_s)
    inputs = ("-i", str(picture), "-i", str(sound))
    film = clips.render(tmp_path / "film.mp4", *inputs, "-c:v", "copy", "-c:a", "aac")
    plan = plan_encoding(probe(film, tools))
    assert plan.duration_s == pytest.approx(7, abs=0.05)
    grown: list[int] = []
    heard: list[float] = []
    made = encode_audio(
        film,
        plan,
        tmp_path / "out",
        tools,
        on_progress=heard.append,
        on_segments=lambda segments: grown.append(len(segments)),
    )
    assert total_s(made.segments) == pytest.approx(7, abs=0.1)
    assert [segment.name for segment in made.segments] == ["a_0.m4s", "a_1.m4s"]
    assert heard[-1] == plan.duration_s
    assert grown == sorted(grown)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [FOLDER]


def test_peaks(tmp_path, tools):
    swell = "aevalsrc='t/10*sin(700*t)':s=48000"
    path = tone(tmp_path, swell, "swell.wav", 10)
    facts = probe(path, tools)
    make_peaks(path, facts, tmp_path, tools)
    data = (tmp_path / NAME).read_text()
    assert len(data) <= 8192
    found = json.loads(data)
    assert found["duration_s"] == 10
    assert len(found["peaks"]) == pytest.approx(2000, abs=20)
    assert found["peaks"][len(found["peaks"]) // 2] == pytest.approx(50, abs=4)
    assert found["peaks"][-3] == pytest.approx(99, abs=4)
