"""What a source says about its author stays with the source."""

from dataclasses import replace

from media.gateways.ffmpeg.audio import FOLDER, encode_audio
from media.gateways.ffmpeg.chunk import encode_chunk
from media.gateways.ffmpeg.copy import copy_mp4, copy_rung
from media.gateways.ffmpeg.mp4 import join_mp4
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.stills import make_stills
from tests.media import clips


def test_no_output_tells_where_or_by_whom(tmp_path, tools):
    source = clips.with_secrets(tmp_path)
    assert clips.GPS.encode() in source.read_bytes()
    assert clips.TITLE.encode() in source.read_bytes()
    out = tmp_path / "out"
    plan = plan_encoding(probe(source, tools))
    make_stills(source, plan.facts, out, tools)
    copy_rung(source, plan, out, tools)
    copy_mp4(source, plan, out / "copy.mp4", tools)
    encode_chunk(source, _encoded(plan), 0, out / "encoded", tools)
    encode_audio(source, plan, out, tools)
    join_mp4(out / plan.copy_name, out / FOLDER, out / "film.mp4", tools)
    files = [path for path in out.rglob("*") if path.is_file()]
    assert len(files) > 15
    for path in files:
        data = path.read_bytes()
        assert clips.GPS.encode() not in data, path.name
        assert clips.TITLE.encode() not in data, path.name
        assert b"Lavf" not in data, path.name


def _encoded(plan):
    video = replace(plan.video, is_copyable=False)
    return plan_encoding(replace(plan.facts, video=video))
