"""Chunks hold exactly their frames, wherever and in whatever order they are made."""

import json
import shutil
from dataclasses import replace

import pytest

from media.errors import EncoderFailed, MediaError, Stopped
from media.gateways.ffmpeg.boxes import read_init
from media.gateways.ffmpeg.chunk import ChunkResult, encode_chunk
from media.gateways.ffmpeg.plan import Plan, plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.segments import INIT_NAME, TIMELINE_START_S
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import frame_times_s, gray, joined

LONG_GOP = (
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
    "-pix_fmt",
    "yuv420p",
    "-g",
    "90",
    "-bf",
    "2",
)
# How far two encodings of the same picture may lie apart, over its 256 gray pixels.
NOISE = 100


def whole(plan: Plan) -> Plan:
    """The same plan, in one chunk."""
    return replace(plan, chunk_cuts=(0,))


def encoded(source, plan, folder, tools, indexes=None, **options):
    results = {
        index: encode_chunk(source, plan, index, folder, tools, **options)
        for index in indexes or range(len(plan.chunks))
    }
    return [results[index] for index in sorted(results)]


def segments_of(results, rung):
    return [segment for result in results for segment in result.rungs[rung]]


def plan_of(source, tools):
    """A plan that encodes every rung, also of films that could be copied."""
    facts = probe(source, tools)
    return plan_encoding(replace(facts, video=replace(facts.video, is_copyable=False)))


FILMS = {
    "29.97 in mp4": {"name": "a.mp4", "rate": "30000/1001"},
    "millisecond clock": {"name": "a.mkv", "rate": "24000/1001"},
    "no seeking to keyframes": {"name": "a.ts", "rate": "25"},
    "program stream": {"name": "a.mpg", "codec": ("-c:v", "mpeg2video", "-g", "40", "-bf", "2")},
}


@pytest.mark.parametrize("case", FILMS)
def test_joined_chunks_are_the_unchunked_film(tmp_path, tools, case):
    options = {"codec": LONG_GOP, "sound": (), "duration_s": 14, "size": "192x108"} | FILMS[case]
    source = clips.film(tmp_path, **options)
    plan = plan_of(source, tools)
    assert len(plan.chunks) == 2
    parts = encoded(source, plan, tmp_path / "parts", tools, indexes=[1, 0])
    at_once = encoded(source, whole(plan), tmp_path / "whole", tools)
    name = plan.rungs[0].name
    chunked = joined(tmp_path / "parts" / name, segments_of(parts, name))
    unchunked = joined(tmp_path / "whole" / name, segments_of(at_once, name))
    expected = [float(TIMELINE_START_S + n / plan.fps) for n in range(plan.frame_count)]
    assert frame_times_s(chunked) == pytest.approx(expected, abs=1e-4)
    assert frame_times_s(unchunked) == pytest.approx(expected, abs=1e-4)
    pictures = gray(unchunked)
    for number, picture in enumerate(gray(chunked)):
        neighbours = pictures[max(0, number - 1) : number + 2]
        nearest = min(neighbours, key=lambda other: distance(picture, other))
        assert distance(picture, pictures[number]) <= distance(picture, nearest) + NOISE, number


def distance(one: bytes, other: bytes) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def test_every_rung_has_its_files_size_and_keyframes(tmp_path, tools):
    source = clips.film(tmp_path, size="1280x720", duration_s=5, codec=(*clips.X264, "-g", "500"))
    plan = plan_of(source, tools)
    (result,) = encoded(source, plan, tmp_path / "out", tools, rungs=plan.encoded_rungs)
    assert sorted(result.rungs) == ["360p", "480p", "720p"]
    for rung in plan.rungs:
        folder = tmp_path / "out" / rung.name
        names = [segment.name for segment in result.rungs[rung.name]]
        assert names == ["c0_0.m4s", "c0_1.m4s"]
        assert sorted(path.name for path in folder.iterdir()) == [*names, INIT_NAME]
        durations_s = [segment.duration_s for segment in result.rungs[rung.name]]
        assert durations_s == [4.0, 1.0]
        for segment in result.rungs[rung.name]:
            assert (folder / segment.name).stat().st_size == segment.size_bytes
        init = read_init((folder / INIT_NAME).read_bytes())
        assert (init.width_px, init.height_px) == (rung.width_px, rung.height_px)
        assert init.codec.startswith("avc1.64")
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []
    assert result.cpu_s > 0
    assert result.peak_rss_bytes > 10_000_000
    assert ChunkResult.from_json(json.loads(json.dumps(result.to_json()))) == replace(
        result, cpu_s=round(result.cpu_s, 3)
    )


def test_doing_it_again_gives_the_same_files(tmp_path, system_tools):
    source = clips.film(tmp_path, duration_s=2, sound=())
    plan = plan_of(source, system_tools)
    first = encoded(source, plan, tmp_path / "out", system_tools)
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*.*") if p.is_file()}
    again = encoded(source, plan, tmp_path / "out", system_tools)
    assert again[0].rungs == first[0].rungs
    assert {p: p.read_bytes() for p in before} == before


def test_the_preview_and_the_ladder_share_the_work(tmp_path, system_tools):
    source = clips.film(tmp_path, size="854x480", duration_s=2, sound=())
    plan = plan_of(source, system_tools)
    preview = encode_chunk(source, plan, 0, tmp_path, system_tools, rungs=plan.preview_rungs)
    ladder = encode_chunk(source, plan, 0, tmp_path, system_tools)
    assert list(preview.rungs) == ["360p"]
    assert list(ladder.rungs) == ["480p"]


def test_progress_ends_at_the_length_of_the_chunk(tmp_path, tools):
    source = clips.film(tmp_path, duration_s=3, sound=())
    plan = plan_of(source, tools)
    heard: list[float] = []
    encode_chunk(source, plan, 0, tmp_path / "out", tools, on_progress=heard.append)
    assert heard == sorted(heard)
    assert 2.5 < heard[-1] <= 3


def test_a_stopped_chunk_leaves_nothing(tmp_path, system_tools):
    source = clips.film(tmp_path, duration_s=6, sound=())
    plan = plan_of(source, system_tools)
    with pytest.raises(Stopped):
        encode_chunk(source, plan, 0, tmp_path / "out", system_tools, should_stop=lambda: True)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_source_that_went_away_is_an_error_and_leaves_nothing(tmp_path, system_tools):
    source = clips.film(tmp_path, duration_s=2, sound=())
    plan = plan_of(source, system_tools)
    source.unlink()
    with pytest.raises(EncoderFailed):
        encode_chunk(source, plan, 0, tmp_path / "out", system_tools)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_source_cut_short_after_the_probe_is_an_error(tmp_path, tools):
    source = clips.film(tmp_path, duration_s=14, extra=("-movflags", "+faststart"))
    plan = plan_of(source, tools)
    with source.open("r+b") as file:
        file.truncate(source.stat().st_size // 2)
    with pytest.raises(MediaError):
        encode_chunk(source, plan, 1, tmp_path / "out", tools)
    assert list((tmp_path / "out").iterdir()) == []


def test_another_header_in_the_same_rung_is_refused(tmp_path, system_tools):
    source = clips.film(tmp_path, duration_s=2, sound=())
    other = clips.film(tmp_path, "other.mp4", size="160x90", duration_s=2, sound=())
    plan = plan_of(source, system_tools)
    encode_chunk(source, plan, 0, tmp_path / "out", system_tools)
    (name,) = plan.encoded_rungs
    wrong = plan_of(other, system_tools)
    encode_chunk(other, wrong, 0, tmp_path / "wrong", system_tools)
    shutil.copy(
        tmp_path / "wrong" / wrong.encoded_rungs[0] / INIT_NAME, tmp_path / "out" / name / INIT_NAME
    )
    with pytest.raises(MediaError) as caught:
        encode_chunk(source, plan, 0, tmp_path / "out", system_tools)
    assert caught.value.code == "MED-023"
