"""Sending a file in pieces, with ranges and validators, without holding it in memory."""

import asyncio
import errno
import mimetypes
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import BinaryIO

from front.protocol import Receive, Scope, Send, answer, header, start
from media.front.ranges import RangeNotSatisfiable, Span, parse_range

PIECE_BYTES = 256 * 1024
_NOTHING_THERE = (errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG)
_TYPES = {
    ".m3u8": "application/vnd.apple.mpegurl",
    ".m4s": "video/iso.segment",
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".json": "application/json",
}


def content_type(name: str) -> str:
    """Return the media type for a file name."""
    suffix = Path(name).suffix.lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def safe_path(root: Path, relative: str) -> Path | None:
    """Return the file `relative` below `root`, or None if it would lead outside or is hidden."""
    if "\x00" in relative or "\\" in relative:
        return None
    parts = relative.split("/")
    if any(part in ("", ".", "..") or part.startswith(".") for part in parts):
        return None
    return root.joinpath(*parts)


async def send_file(
    scope: Scope, receive: Receive, send: Send, path: Path, cache_control: str
) -> None:
    """Answer a GET or HEAD with `path`: 200, 206, 304, 404 or 416. Stop when the reader leaves."""
    try:
        file, size_bytes, modified_s = await asyncio.to_thread(_open, path)
    except OSError as error:
        if error.errno not in _NOTHING_THERE:
            raise
        await answer(send, 404, headers=[("cache-control", "no-store")])
        return
    try:
        etag = f'"{int(modified_s * 1000):x}-{size_bytes:x}"'
        headers = [
            ("content-type", content_type(path.name)),
            ("accept-ranges", "bytes"),
            ("etag", etag),
            ("last-modified", formatdate(modified_s, usegmt=True)),
            ("cache-control", cache_control),
            ("x-content-type-options", "nosniff"),
        ]
        if _is_known(header(scope, "if-none-match"), etag):
            # No content-length: it would have to be the one of the whole file.
            await start(send, 304, headers)
            await send({"type": "http.response.body", "body": b""})
            return
        try:
            span = _wanted_span(scope, size_bytes, etag, formatdate(modified_s, usegmt=True))
        except RangeNotSatisfiable:
            await answer(send, 416, headers=[("content-range", f"bytes */{size_bytes}")])
            return
        if span:
            headers.append(("content-range", f"bytes {span.first}-{span.last}/{size_bytes}"))
        length = span.length if span else size_bytes
        await start(send, 206 if span else 200, [*headers, ("content-length", str(length))])
        if scope["method"] == "GET":
            file.seek(span.first if span else 0)
            await _send_bytes(receive, send, file, length)
        else:
            await send({"type": "http.response.body", "body": b""})
    finally:
        file.close()


def _open(path: Path) -> tuple[BinaryIO, int, float]:
    file = path.open("rb")
    status = path.stat()
    return file, status.st_size, status.st_mtime


def _is_known(condition: str, etag: str) -> bool:
    """Say whether If-None-Match names what we would send; weak comparison, as RFC 9110 asks."""
    names = (name.strip().removeprefix("W/") for name in condition.split(","))
    return any(name in (etag, "*") for name in names)


def _wanted_span(scope: Scope, size_bytes: int, etag: str, modified: str) -> Span | None:
    if scope["method"] != "GET":
        return None
    condition = header(scope, "if-range")
    if condition and condition not in (etag, modified):
        return None
    return parse_range(header(scope, "range"), size_bytes)


async def _send_bytes(receive: Receive, send: Send, file: BinaryIO, length: int) -> None:
    """Send `length` bytes of `file`, as long as somebody listens.

    A server swallows what is sent after the reader has left: without looking, each seek of a
    player would leave the rest of a film being read for nobody.
    """
    left = length
    read: Callable[[int], bytes] = file.read
    gone = asyncio.ensure_future(_reader_left(receive))
    try:
        while left and not gone.done():
            piece = await asyncio.to_thread(read, min(PIECE_BYTES, left))
            if not piece:
                break
            left -= len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": left > 0})
        if not length:
            await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()


async def _reader_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
