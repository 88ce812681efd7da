"""Slates as files: one per second, playable, made once."""

import subprocess
from pathlib import Path

import pytest

from live.air import slates
from live.air.slates import make_slate, slate_codecs, slate_folder, slate_key
from live.ingest.fragments import FragmentReader, Part
from media.errors import EncoderFailed
from media.gateways.ffmpeg.boxes import children, read_init
from tests.live.airing import make_live_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def live_page(house, settings, tmp_path):
    settings.LIVE_ROOT = tmp_path / "live"
    return make_live_page(house)


def probe(path: Path, entries: str) -> str:
    command = ["ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def lengths_s(film: bytes) -> float:
    """Return how long the pictures of a film of one part last."""
    reader = FragmentReader()
    return sum(part.length_s for part in reader.take(film) if isinstance(part, Part))


def test_thirty_seconds_of_picture_and_silence(live_page, tmp_path):
    key = make_slate(live_page)
    folder = slate_folder(key)
    names = {path.name for path in folder.iterdir()}
    pieces = [f"{number}.{piece}.m4s" for number in range(30) for piece in range(3)]
    assert names == {"init.mp4", *(f"{number}.m4s" for number in range(30)), *pieces}
    init = (folder / "init.mp4").read_bytes()
    assert (read_init(init).width_px, read_init(init).height_px) == (1280, 720)
    assert slate_codecs(key) == "avc1.4d401f,mp4a.40.2"
    joined = tmp_path / "joined.mp4"
    joined.write_bytes(init + b"".join((folder / f"{n}.m4s").read_bytes() for n in range(30)))
    assert probe(joined, "stream=codec_name").split() == ["h264", "aac"]
    packets = probe(joined, "packet=codec_type,pts_time,flags").splitlines()
    times = [float(line.split(",")[1]) for line in packets if line[0] == "v" and "K" in line]
    assert times == [float(second) for second in range(30)]
    for number in range(30):
        whole = (folder / f"{number}.m4s").read_bytes()
        kinds = [kind for kind, _, _ in children(whole)]
        assert kinds == 3 * [b"moof", b"mdat"]
        parts = [(folder / f"{number}.{piece}.m4s").read_bytes() for piece in range(3)]
        assert b"".join(parts) == whole
        assert [lengths_s(init + part) for part in parts] == pytest.approx(slates.PARTS_S)
    sizes = [(folder / f"{n}.m4s").stat().st_size for n in range(30)]
    assert max(sizes) * 8 < slates.PEAK_BPS
    # Nothing of the making is left.
    assert [path.name for path in folder.parents[1].iterdir()] == [key]


def test_it_is_made_once(live_page, monkeypatch):
    key = make_slate(live_page)
    monkeypatch.setattr(slates, "run", None)
    assert make_slate(live_page) == key


def test_another_title_makes_another_slate(live_page):
    before = slate_key(live_page)
    live_page.title = "Le tour du jardin"
    assert slate_key(live_page) != before


def test_who_comes_second_keeps_the_first_ones_work(live_page, monkeypatch):
    made = slates.run

    def run(*arguments, **options):
        monkeypatch.setattr(slates, "run", made)
        make_slate(live_page)
        return made(*arguments, **options)

    monkeypatch.setattr(slates, "run", run)
    key = make_slate(live_page)
    assert [path.name for path in slate_folder(key).parents[1].iterdir()] == [key]


def test_a_failure_leaves_nothing(live_page, monkeypatch):
    def fail(*arguments, **options):
        raise EncoderFailed("no")

    monkeypatch.setattr(slates, "run", fail)
    with pytest.raises(EncoderFailed):
        make_slate(live_page)
    assert list(slate_folder("x").parents[1].iterdir()) == []
