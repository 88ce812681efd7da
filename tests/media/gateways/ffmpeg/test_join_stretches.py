"""What a live left on disk becomes one film: copied where its parts agree, drawn alike where not."""

import subprocess
from pathlib import Path

import pytest

from media.errors import RecordingGone, Stopped
from media.gateways.ffmpeg.join_stretches import Stretch, join_stretches
from tests.media.clips import AAC, X264, render, tools

SEGMENT = ("-g", "25", "-keyint_min", "25", "-sc_threshold", "0")
FRAGMENTED = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+separate_moof")


def publish(folder: Path, *, size="320x180", seconds=3, colour="red", sound=True) -> list[Path]:
    """Write what a publish session leaves: an init segment and one media segment a second."""
    folder.mkdir(parents=True)
    source = ("-f", "lavfi", "-i", f"color=c={colour}:s={size}:r=25:d={seconds}")
    if sound:
        source += ("-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:d={seconds}")
    render(
        folder / "index.m3u8",
        *source, *X264, *SEGMENT, *(AAC if sound else ()),
        "-f", "hls", "-hls_time", "1", "-hls_list_size", "0", "-hls_segment_type", "fmp4",
        "-hls_segment_filename", str(folder / "%d.m4s"),
    )  # fmt: skip
    return [folder / "init.mp4", *(folder / f"{number}.m4s" for number in range(seconds))]


def join(folder: Path, *stretches: Stretch, size_px=(320, 180)) -> Path:
    return join_stretches(stretches, folder / "film.mp4", tools(), size_px=size_px)


def duration_s(path: Path) -> float:

    asked = [tools().ffprobe, "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"]
    return float(subprocess.run([*asked, str(path)], capture_output=True, check=True).stdout)


def streams(path: Path) -> list[str]:

    asked = [tools().ffprobe, "-v", "error", "-show_entries", "stream=codec_name,width,height"]
    done = subprocess.run(
        [*asked, "-of", "csv=p=0", str(path)], capture_output=True, check=True, text=True
    )
    return done.stdout.split()


def colour_at(path: Path, second: float) -> tuple[int, int, int]:
    """Return the colour in the middle of the picture at that second, in steps of 64."""

    done = subprocess.run(
        [
            tools().ffmpeg, "-v", "error", "-ss", str(second), "-i", str(path), "-frames:v", "1",
            "-vf", "crop=2:2,scale=1:1", "-pix_fmt", "rgb24", "-f", "rawvideo", "-",
        ],
        capture_output=True,
        check=True,
    )  # fmt: skip
    return tuple(round(value / 64) for value in done.stdout)


RED, BLUE = (4, 0, 0), (0, 0, 4)


def test_one_session_with_a_cut_is_copied(tmp_path):
    init, *media = publish(tmp_path / "a", seconds=5)
    film = join(tmp_path, Stretch((init, *media[:2]), 2.0), Stretch((init, *media[3:]), 2.0))
    assert duration_s(film) == pytest.approx(4, abs=0.1)
    assert streams(film) == ["h264,320,180", "aac"]


def test_a_stretch_that_begins_late_begins_at_0(tmp_path):
    init, *media = publish(tmp_path / "a", seconds=5)
    assert duration_s(join(tmp_path, Stretch((init, *media[3:]), 2.0))) == pytest.approx(2, abs=0.1)


def test_sessions_that_differ_are_drawn_alike_each_at_its_second(tmp_path):
    red = publish(tmp_path / "a", colour="red")
    tall = publish(tmp_path / "b", colour="blue", size="180x320", sound=False)
    film = join(tmp_path, Stretch(tuple(red), 3.0), Stretch((), 2.0), Stretch(tuple(tall), 3.0))
    assert duration_s(film) == pytest.approx(8, abs=0.1)
    assert streams(film) == ["h264,320,180", "aac"]
    assert colour_at(film, 1.5) == RED
    assert colour_at(film, 4) == (4, 4, 4), "paper, where a slate was"
    assert colour_at(film, 6.5) == BLUE


def test_each_plays_for_its_length(tmp_path):
    red, blue = publish(tmp_path / "a"), publish(tmp_path / "b", colour="blue", size="320x200")
    # A second of red is missing from the disk: the next still begins where the replay has it.
    film = join(tmp_path, Stretch(tuple(red[:3]), 3.0), Stretch(tuple(blue), 3.0))
    assert duration_s(film) == pytest.approx(6, abs=0.1)
    assert (colour_at(film, 2.8), colour_at(film, 3.2)) == (RED, BLUE)


def test_nothing_is_left_behind(tmp_path):
    join(tmp_path, Stretch(tuple(publish(tmp_path / "a")), 3.0))
    assert {path.name for path in tmp_path.iterdir()} == {"a", "film.mp4"}


def test_it_stops_when_it_is_told_to(tmp_path):
    stretch = Stretch(tuple(publish(tmp_path / "a")), 3.0)
    target = tmp_path / "film.mp4"
    with pytest.raises(Stopped):
        join_stretches([stretch], target, tools(), size_px=(320, 180), should_stop=lambda: True)
    assert not target.exists()


def test_a_missing_segment_writes_nothing(tmp_path):
    files = (*publish(tmp_path / "a"), tmp_path / "a" / "99.m4s")
    with pytest.raises(RecordingGone):
        join(tmp_path, Stretch(files, 4.0))
    assert not (tmp_path / "film.mp4").exists()


def test_nothing_to_join_is_said(tmp_path):
    with pytest.raises(RecordingGone):
        join(tmp_path)
    assert not (tmp_path / "film.mp4").exists()
