"""Picture and sound stay together, whatever the source's clock says."""

import pytest

from media.gateways.ffmpeg.audio import FOLDER, encode_audio
from media.gateways.ffmpeg.chunk import encode_chunk
from media.gateways.ffmpeg.copy import copy_mp4, copy_rung
from media.gateways.ffmpeg.mp4 import join_mp4
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import beep_s, flash_s, joined

MAX_OFFSET_S = 0.04
LATE_SOUND = ("-itsoffset", "0.5")
SOURCES = {
    "plain": clips.flash_and_beep,
    "late clock": lambda d: clips.flash_and_beep(d, "late.ts", ("-output_ts_offset", "7")),
    "edit list": clips.from_the_middle,
    "matroska": lambda d: clips.flash_and_beep(d, "flash.mkv", ("-bf", "2")),
    "B-frames": lambda d: clips.flash_and_beep(d, "flash-b.mp4", ("-bf", "3")),
    "flash video": lambda d: clips.flash_and_beep(d, "flash.flv"),
}


@pytest.mark.parametrize("case", SOURCES)
def test_flash_and_beep_come_together(tmp_path, tools, case):
    source = SOURCES[case](tmp_path)
    plan = plan_encoding(probe(source, tools))
    out = tmp_path / "out"
    sound = encode_audio(source, plan, out, tools)
    heard_s = beep_s(joined(out / FOLDER, sound.segments), start_s=1)
    rungs = {}
    if plan.copies_source:
        rungs |= copy_rung(source, plan, out, tools).rungs
        copied = copy_mp4(source, plan, out / "copy.mp4", tools)
        assert abs(flash_s(copied) - beep_s(copied)) <= MAX_OFFSET_S
    if plan.chunks:
        rungs |= encode_chunk(source, plan, 0, out, tools).rungs
    assert rungs
    for name, segments in rungs.items():
        assert abs(flash_s(joined(out / name, segments)) - heard_s) <= MAX_OFFSET_S
        film = join_mp4(out / name, out / FOLDER, out / f"{name}.mp4", tools)
        assert abs(flash_s(film) - beep_s(film)) <= MAX_OFFSET_S


def test_sound_that_begins_late_stays_late(tmp_path, tools):
    whole = clips.flash_and_beep(tmp_path)
    both = ("-i", str(whole), "-i", str(whole), "-map", "1:v", "-map", "0:a", "-c", "copy")
    source = clips.render(tmp_path / "late.mkv", *LATE_SOUND, *both)
    plan = plan_encoding(probe(source, tools))
    assert plan.facts.audio.start_s == pytest.approx(0.5, abs=0.05)
    sound = encode_audio(source, plan, tmp_path / "out", tools)
    heard_s = beep_s(joined(tmp_path / "out" / FOLDER, sound.segments), start_s=1)
    assert heard_s == pytest.approx(1 + 2.5, abs=MAX_OFFSET_S)
