"""What ffmpeg is told; tests/live/encoder looks at what it then does."""

import pytest

from live.gateways.live_ffmpeg import Recipe, command
from media.gateways.ffmpeg.tools import Tools

TOOLS = Tools("/usr/bin/ffmpeg", None, "5.1", False)


def arguments(recipe: Recipe, **outputs: int) -> str:
    return " ".join(command(recipe, {"source": 7, **outputs}, TOOLS))


def test_nothing_is_read_or_written_but_pipes():
    said = arguments(Recipe())
    assert "-protocol_whitelist pipe" in said
    assert "-i pipe:0 " in said
    assert said.endswith(" pipe:7")


def test_pictures_and_sound_are_copied_without_the_senders_words():
    said = arguments(Recipe())
    assert "-c:v copy" in said
    assert "-c:a copy" in said
    assert "libx264" not in said
    assert "-map_metadata -1" in said


def test_rungs_follow_the_keyframes_of_the_source():
    said = arguments(Recipe(rungs=("480p", "360p")), **{"480p": 8, "360p": 9})
    assert said.count("-force_key_frames source") == 2
    assert "pipe:8" in said
    assert "pipe:9" in said


@pytest.mark.parametrize(("demuxer", "copies"), [("matroska", False), ("mov", True)])
def test_a_guest_is_encoded_only_where_need_be(demuxer, copies):
    said = arguments(Recipe(demuxer, copies_picture=copies, copies_sound=False))
    assert f"-f {demuxer}" in said
    assert "-c:a aac" in said
    assert ("libx264" in said) is not copies


def test_a_transport_stream_begins_at_nought_and_its_sound_is_described():
    said = arguments(Recipe("mpegts"))
    assert "-start_at_zero" in said
    assert "-bsf:a aac_adtstoasc" in said
    assert "delay_moov" in said
    assert "aac_adtstoasc" not in arguments(Recipe("mpegts", copies_sound=False))
    assert "start_at_zero" not in arguments(Recipe())
