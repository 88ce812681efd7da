"""Posters and storyboard: pictures of the film, spread over it, found by their times."""

import re

import pytest

from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.stills import make_stills
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import described, gray

CUE = re.compile(r"(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})\nstory\.jpg#xywh=(.*)\n")
# Black for four seconds, then each second a lighter gray with a bright disc.
CURTAIN = "eq=brightness='-0.5+t/60':eval=frame,drawbox=color=black:thickness=fill:enable='lt(t,4)'"


def seconds(stamp):
    hours, minutes, rest = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def cues(path):
    text = path.read_text()
    assert text.startswith("WEBVTT\n\n")
    found = CUE.findall(text)
    assert len(found) == text.count("-->")
    return [(seconds(a), seconds(b), [int(n) for n in place.split(",")]) for a, b, place in found]


def test_posters_storyboard_and_peaks(tmp_path, tools):
    source = clips.film(
        tmp_path, duration_s=26, picture=CURTAIN, rate="10", codec=(*clips.X264, "-g", "10")
    )
    out = tmp_path / "out"
    made = make_stills(source, probe(source, tools), out, tools)
    names = [still.name for still in made.posters]
    assert names == [f"poster-{n}.jpg" for n in range(1, 11)]
    times_s = [still.time_s for still in made.posters]
    assert times_s == sorted(times_s)
    assert times_s[0] >= 4
    assert times_s[-1] >= 20
    expected = [*names, "story.jpg", "story.vtt", "peaks.json"]
    assert sorted(path.name for path in out.iterdir()) == sorted(expected)
    assert described(out / "poster-1.jpg").size == (320, 180)
    found = cues(out / "story.vtt")
    assert made.tile_count == len(found) == 13
    assert [start_s for start_s, _, _ in found] == [2.0 * n for n in range(13)]
    assert found[-1][1] == pytest.approx(26, abs=0.05)
    assert [place for _, _, place in found][9:12] == [
        [1440, 0, 160, 90],
        [0, 90, 160, 90],
        [160, 90, 160, 90],
    ]
    assert described(out / "story.jpg").size == (1600, 180)
    # The tile of a black second is black, the ones after are not.
    (sheet,) = gray(out / "story.jpg", 10, 2)
    assert sheet[0] < 8
    assert sheet[5] > 16
    assert made.has_peaks


def test_a_long_film_has_a_hundred_tiles_at_most(tmp_path, system_tools):
    slow = "settb=1/1000,setpts=N*1000"
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-g", "1", "-fps_mode", "passthrough")
    source = clips.film(
        tmp_path, "long.mkv", size="64x36", duration_s=24, picture=slow, codec=codec, sound=()
    )
    facts = probe(source, system_tools)
    assert facts.duration_s == pytest.approx(600, abs=2)
    made = make_stills(source, facts, tmp_path / "out", system_tools)
    assert 90 <= made.tile_count <= 100
    assert cues(tmp_path / "out" / "story.vtt")[-1][1] == pytest.approx(600, abs=2)
    assert not made.has_peaks


def test_upright_films_have_upright_tiles(shelf, tmp_path, tools):
    source = clips.rotated(shelf)
    make_stills(source, probe(source, tools), tmp_path, tools)
    assert described(tmp_path / "poster-1.jpg").size == (180, 320)
    assert cues(tmp_path / "story.vtt")[0][2] == [0, 0, 90, 160]


def test_one_frame_gives_one_poster(tmp_path, tools):
    source = clips.film(tmp_path, duration_s=0.04, sound=())
    made = make_stills(source, probe(source, tools), tmp_path / "out", tools)
    assert [still.name for still in made.posters] == ["poster-1.jpg"]
    assert len(cues(tmp_path / "out" / "story.vtt")) == 1


def test_a_black_film_still_has_a_poster(tmp_path, tools):
    source = clips.film(tmp_path, picture="drawbox=color=black:thickness=fill", sound=())
    made = make_stills(source, probe(source, tools), tmp_path / "out", tools)
    assert len(made.posters) >= 1


def test_a_sound_gets_peaks_alone(tmp_path, tools):
    source = clips.with_cover(tmp_path)
    made = make_stills(source, probe(source, tools), tmp_path / "out", tools)
    assert (made.posters, made.has_storyboard, made.has_peaks) == ((), False, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["peaks.json"]
