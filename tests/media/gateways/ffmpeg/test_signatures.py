"""The first bytes decide, not the name."""

import pytest

from media.errors import EmptyFile, NotAFilm, PictureFile, PlaylistFile
from media.gateways.ffmpeg.signatures import demuxer_of
from tests.media import clips


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFile),
        (b"#EXTM3U\n#EXTINF:4,\nfilm.mp4\n", PlaylistFile),
        (b"\xef\xbb\xbf  #EXTM3U\r\nhttp://example.org/a.ts\r\n", PlaylistFile),
        (b"#EXTM3U\n\x00\x00\x00\x20ftypisom", PlaylistFile),
        (b"ffconcat version 1.0\nfile 'x'\n", PlaylistFile),
        (b"file 'film.mp4'\n", NotAFilm),
        (b"<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash'/>", PlaylistFile),
        (b"[playlist]\nFile1=http://example.org/\n", PlaylistFile),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureFile),
        (b"<?xml version='1.0'?>\n<svg><image href='http://example.org/'/></svg>", PictureFile),
        (b"<!doctype html><title>404</title>", NotAFilm),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n", NotAFilm),
        ("1\n00:00:01,000 --> 00:00:02,000\nÉté\n".encode(), NotAFilm),
        ("\ufeffBonjour".encode("utf-16"), NotAFilm),
        (b"\x89PNG\r\n\x1a\n\x00\x00", PictureFile),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", PictureFile),
        (b"GIF89a\x01\x00", PictureFile),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", PictureFile),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", PictureFile),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", PictureFile),
        (b"%PDF-1.7\n%\xe2\xe3\x01\x00", NotAFilm),
        (b"PK\x03\x04\x14\x00", NotAFilm),
        (b"\x7fELF\x02\x01", NotAFilm),
        (b"\x00" * 4096, NotAFilm),
    ],
)
def test_refuses_what_is_no_film(tmp_path, content, error):
    path = clips.written(tmp_path, "film.mp4", content)
    with pytest.raises(error) as caught:
        demuxer_of(path)
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("start", "demuxer"),
    [
        (b"\x00\x00\x00\x20ftypisom", "mov"),
        (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", "mov"),
        (b"\x1aE\xdf\xa3\x01\x00", "matroska"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "avi"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (b"OggS\x00\x02", "ogg"),
        (b"fLaC\x00\x00", "flac"),
        (b"ID3\x04\x00\x00", "mp3"),
        (b"\xff\xfb\x90\x00", "mp3"),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"FLV\x01\x05\x00", "flv"),
        (b"FORM\x00\x00\x00\x00AIFF", "aiff"),
        ((b"G" + bytes(187)) * 22, "mpegts"),
        ((bytes(4) + b"G" + bytes(187)) * 22, "mpegts"),
        (b"\x00\x00\x01\xba\x44\x00", "mpeg"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", "asf"),
    ],
)
def test_knows_the_formats_that_people_send(tmp_path, start, demuxer):
    path = clips.written(tmp_path, "whatever.txt", start + bytes(64))
    assert demuxer_of(path) == demuxer
