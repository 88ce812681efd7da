"""Files made to harm: each is refused for what it is, cheaply, and nothing is followed."""

import socket
import threading
from pathlib import Path

import pytest

from media.errors import EncoderFailed
from media.gateways.ffmpeg.runner import Limits, run
from media.gateways.ffmpeg.source_input import address, as_arguments, hardened
from tests.media import clips

MAX_CPU_S = 2.0
MAX_RSS_BYTES = 300 * 1024**2
SVG = "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1:{port}/x'/></svg>"


@pytest.fixture
def doorbell():
    """A listening socket; `rung` tells whether anybody connected."""

    class Doorbell:
        def __init__(self) -> None:
            self._socket = socket.create_server(("127.0.0.1", 0))
            self.port = self._socket.getsockname()[1]
            self.visitors = 0
            self._thread = threading.Thread(target=self._listen)
            self._thread.start()

        def _listen(self) -> None:
            while True:
                visitor, _ = self._socket.accept()
                with visitor:
                    if visitor.recv(16).startswith(b"CLOSE"):
                        return
                    self.visitors += 1

        def close(self) -> int:
            with socket.create_connection(("127.0.0.1", self.port)) as goodbye:
                goodbye.sendall(b"CLOSE")
            self._thread.join(timeout=10)
            self._socket.close()
            return self.visitors

    return Doorbell()


HOSTILE = {
    "zero bytes": (lambda d: clips.written(d, "empty.mp4", b""), "EmptyFile"),
    "playlist": (lambda d: clips.playlist_of(d, str(clips.film(d))), "PlaylistFile"),
    "lists itself": (lambda d: clips.playlist_of(d, "self.mp4", "self.mp4"), "PlaylistFile"),
    "sibling": (lambda d: clips.concat_of(d, clips.film(d).name), "PlaylistFile"),
    "drawing": (lambda d: clips.written(d, "drawing.mp4", SVG), "PictureFile"),
    "picture": (clips.picture_renamed, "PictureFile"),
    "text": (lambda d: clips.written(d, "words.mp4", "Bonjour à tous.\n" * 50), "NotAFilm"),
    "noise": (lambda d: clips.written(d, "noise.mp4", bytes(range(256)) * 400), "NotAFilm"),
    "ftyp and noise": (
        lambda d: clips.written(
            d, "fake.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 400
        ),
        "DamagedFile",
    ),
    "EBML and noise": (
        lambda d: clips.written(d, "fake.mkv", b"\x1aE\xdf\xa3" + bytes(range(256)) * 400),
        "DamagedFile",
    ),
    "sound tag and a playlist": (
        lambda d: clips.written(d, "fake.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00#EXTM3U\nfilm.mp4"),
        "DamagedFile",
    ),
    "header only": (clips.headless, "DamagedFile"),
    "huge picture": (clips.huge_picture, "PictureTooLarge"),
    "lying picture": (clips.lying_picture, "PictureTooLarge"),
    "hours apart": (clips.hours_apart, "FilmTooLong"),
    "200 tracks": (clips.many_tracks, "TooManyStreams"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_is_refused_for_what_it_is_and_cheaply(tmp_path, tools, probe_cost, case):
    make, error = HOSTILE[case]
    source = make(tmp_path)
    before = sorted(tmp_path.iterdir())
    cost = probe_cost(source, tools)
    assert cost.error == error
    assert cost.cpu_s <= MAX_CPU_S
    assert cost.peak_rss_bytes <= MAX_RSS_BYTES
    assert sorted(tmp_path.iterdir()) == before


def test_no_connection_is_ever_made(tmp_path, tools, probe_cost, doorbell):
    url = f"http://127.0.0.1:{doorbell.port}/film.ts"
    sources = [
        clips.playlist_of(tmp_path, url),
        clips.concat_of(tmp_path, url),
        clips.written(tmp_path, "drawing.mp4", SVG.format(port=doorbell.port)),
        clips.written(
            tmp_path, "sdp.mp4", f"v=0\r\nc=IN IP4 127.0.0.1\r\nm=video {doorbell.port} "
        ),
        clips.written(
            tmp_path, "fake.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00#EXTM3U\n" + url.encode()
        ),
    ]
    try:
        errors = {source.name: probe_cost(source, tools).error for source in sources}
    finally:
        visitors = doorbell.close()
    assert all(errors.values())
    assert visitors == 0


@pytest.mark.parametrize("demuxer", ["hls", "concat", "image2", "lavfi", "sdp"])
def test_even_a_demuxer_that_follows_is_not_let_in(tmp_path, tools, demuxer):
    """The second belt: should the first bytes lie, ffmpeg itself refuses."""
    clips.film(tmp_path)
    source = clips.playlist_of(tmp_path, "film.mp4")
    assert_refused(source, tools.ffmpeg, hardened(demuxer))


def test_a_url_is_not_read(tmp_path, tools, doorbell):
    options = as_arguments(hardened("mov"))
    url = f"http://127.0.0.1:{doorbell.port}/film.mp4"
    command = [tools.ffmpeg, "-nostdin", *options, "-i", url, "-f", "null", "-"]
    try:
        with pytest.raises(EncoderFailed):
            run(command, limits=Limits(wall_s=20, cpu_s=5), cwd=tmp_path)
    finally:
        visitors = doorbell.close()
    assert visitors == 0


def assert_refused(source: Path, ffmpeg: str, options: dict) -> None:
    output = source.with_name("output.mp4")
    command = [ffmpeg, "-nostdin", *as_arguments(options), "-i", address(source), str(output)]
    with pytest.raises(EncoderFailed):
        run(command, limits=Limits(wall_s=20, cpu_s=5), cwd=source.parent)
    assert not output.exists()
