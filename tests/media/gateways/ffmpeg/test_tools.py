"""ffmpeg is found where it is, and its absence said plainly."""

from pathlib import Path

import pytest

from media.errors import EncoderMissing
from media.gateways.ffmpeg.tools import find_tools
from tests.media.gateways.ffmpeg.conftest import WHEEL


def test_a_setting_wins():
    assert find_tools(WHEEL).ffmpeg == WHEEL


def test_the_wheel_serves_where_nothing_is_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    found = find_tools()
    assert found.ffmpeg == WHEEL
    assert found.ffprobe is None
    assert found.has_zscale


def test_names_are_absolute(system_tools):
    assert Path(system_tools.ffmpeg).is_absolute()
    assert system_tools.version


@pytest.mark.parametrize("name", ["/nowhere/ffmpeg", "no-such-encoder", "/bin/false"])
def test_a_wrong_setting_is_not_replaced_in_silence(name):
    with pytest.raises(EncoderMissing):
        find_tools(name)
