"""Files over HTTP: whole, in part, not again, not at all, and not for nobody."""

import asyncio
import os
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync

from media.front import files
from media.front.files import content_type, safe_path, send_file

BODY = bytes(range(256)) * 40
MODIFIED_S = 1_700_000_000


@pytest.fixture
def film(tmp_path) -> Path:
    path = tmp_path / "360p.mp4"
    path.write_bytes(BODY)
    os.utime(path, (MODIFIED_S, MODIFIED_S))
    return path


class Exchange:
    """One request, and what was sent; the reader leaves after `patience` pieces.

    `meanwhile` happens after the first piece.
    """

    def __init__(self, patience: int | None, meanwhile: Callable[[], None] | None) -> None:
        self.sent: list[dict] = []
        self.patience = patience
        self.meanwhile = meanwhile
        self.left = asyncio.Event()

    async def receive(self) -> dict:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict) -> None:
        self.sent.append(message)
        if self.meanwhile and len(self.sent) == 2:
            self.meanwhile()
        if self.patience is not None and len(self.sent) > self.patience:
            self.left.set()
            await asyncio.sleep(0)  # lets the server notice, as a socket would

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)

    @property
    def status(self) -> int:
        return self.sent[0]["status"]

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}


def ask(
    path: Path,
    method: str = "GET",
    patience: int | None = None,
    meanwhile: Callable[[], None] | None = None,
    **headers: str,
) -> Exchange:
    async def run() -> Exchange:
        exchange = Exchange(patience, meanwhile)
        pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
        scope = {"method": method, "headers": pairs}
        await send_file(scope, exchange.receive, exchange.send, path, "no-cache")
        return exchange

    return async_to_sync(run)()


def test_a_whole_file(film):
    answer = ask(film)
    assert (answer.status, answer.body) == (200, BODY)
    assert answer.headers["content-length"] == str(len(BODY))
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["last-modified"] == formatdate(MODIFIED_S, usegmt=True)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-range" not in answer.headers


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=100-", 100, len(BODY) - 1),
        ("bytes=-7", len(BODY) - 7, len(BODY) - 1),
        ("bytes=10230-99999", 10230, len(BODY) - 1),
    ],
)
def test_a_part(film, value, first, last):
    answer = ask(film, range=value)
    assert answer.status == 206
    assert answer.body == BODY[first : last + 1]
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(BODY)}"
    assert answer.headers["content-length"] == str(last - first + 1)


def test_a_part_behind_the_end(film):
    answer = ask(film, range=f"bytes={len(BODY)}-")
    assert (answer.status, answer.body) == (416, b"")
    assert answer.headers["content-range"] == f"bytes */{len(BODY)}"


def test_several_parts_at_once_get_the_whole(film):
    answer = ask(film, range="bytes=0-1,5-6")
    assert (answer.status, answer.body) == (200, BODY)


def test_head_tells_of_the_whole_and_sends_nothing(film):
    answer = ask(film, "HEAD", range="bytes=0-9")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(BODY))


def test_if_range_with_the_right_tag_or_date_sends_the_part(film):
    etag = ask(film).headers["etag"]
    for condition in (etag, formatdate(MODIFIED_S, usegmt=True)):
        answer = ask(film, range="bytes=0-9", if_range=condition)
        assert (answer.status, answer.body) == (206, BODY[:10])


def test_if_range_of_another_version_sends_the_whole(film):
    etag = ask(film).headers["etag"]
    for condition in ('"other"', f"W/{etag}", formatdate(MODIFIED_S - 60, usegmt=True)):
        answer = ask(film, range="bytes=0-9", if_range=condition)
        assert (answer.status, answer.body) == (200, BODY)


def test_what_the_reader_has_is_not_sent_again(film):
    etag = ask(film).headers["etag"]
    for condition in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = ask(film, if_none_match=condition)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["etag"] == etag
        assert "content-length" not in answer.headers


def test_a_changed_file_is_sent_again(film):
    etag = ask(film).headers["etag"]
    os.utime(film, (MODIFIED_S + 1, MODIFIED_S + 1))
    answer = ask(film, if_none_match=etag)
    assert (answer.status, answer.body) == (200, BODY)
    assert answer.headers["etag"] != etag


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.vtt"
    path.touch()
    answer = ask(path)
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == "0"
    assert answer.sent[-1]["type"] == "http.response.body"
    assert ask(path, range="bytes=0-").status == 416


@pytest.mark.parametrize("name", ["missing.mp4", "folder", "360p.mp4/x", "n" * 300])
def test_nothing_there(film, name):
    (film.parent / "folder").mkdir()
    answer = ask(film.parent / name)
    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers["cache-control"] == "no-store"


def test_a_file_that_cannot_be_read_is_no_404(film):
    loop = film.with_name("loop.mp4")
    loop.symlink_to(loop)
    with pytest.raises(OSError, match="symbolic links"):
        ask(loop)


def test_a_large_file_goes_in_pieces(film, monkeypatch):
    monkeypatch.setattr(files, "PIECE_BYTES", 1000)
    answer = ask(film)
    pieces = answer.sent[1:]
    assert max(len(piece["body"]) for piece in pieces) == 1000
    assert [piece["more_body"] for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    assert answer.body == BODY


def test_when_the_reader_leaves_the_reading_stops(film, monkeypatch):
    monkeypatch.setattr(files, "PIECE_BYTES", 100)
    answer = ask(film, patience=3)
    assert BODY.startswith(answer.body)
    assert len(answer.body) <= 400


def test_a_file_that_shrinks_meanwhile_ends_the_answer(film, monkeypatch):
    monkeypatch.setattr(files, "PIECE_BYTES", 1000)
    answer = ask(film, meanwhile=lambda: os.truncate(film, 9500))
    assert answer.body == BODY[:9500]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("master.m3u8", "application/vnd.apple.mpegurl"),
        ("s_1.m4s", "video/iso.segment"),
        ("captions.VTT", "text/vtt; charset=utf-8"),
        ("poster-1.jpg", "image/jpeg"),
        ("unknown.potager", "application/octet-stream"),
    ],
)
def test_content_types(name, expected):
    assert content_type(name) == expected


@pytest.mark.parametrize(
    "relative",
    [
        "",
        "/etc/passwd",
        "../secret_key",
        "images/../../secret_key",
        "images//x.jpg",
        "images/./x.jpg",
        ".hidden",
        "images/.hidden",
        "images\\..\\secret_key",
        "images/x.jpg\x00.png",
    ],
)
def test_no_path_leads_outside(relative):
    assert safe_path(Path("/srv"), relative) is None


def test_an_honest_path_leads_inside():
    assert safe_path(Path("/srv"), "images/affiche..jpg") == Path("/srv/images/affiche..jpg")
