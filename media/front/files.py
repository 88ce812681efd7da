"""Sending a file in pieces, with ranges and validators, without holding it in memory."""

import asyncio
import mimetypes
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import BinaryIO

from media.front.protocol import Scope, Send, answer, header, start
from media.front.ranges import RangeNotSatisfiable, Span, parse_range

PIECE_BYTES = 256 * 1024
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


async def send_file(scope: Scope, send: Send, path: Path, cache_control: str) -> None:
    """Answer a GET or HEAD with `path`: 200, 206, 304, 404 or 416."""
    try:
        file, size_bytes, modified_s = await asyncio.to_thread(_open, path)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
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
        if etag in header(scope, "if-none-match"):
            await answer(send, 304, headers=headers)
            return
        try:
            span = _wanted_span(scope, size_bytes, etag, formatdate(modified_s, usegmt=True))
        except RangeNotSatisfiable:
            await answer(send, 416, headers=[("content-range", f"bytes */{size_bytes}")])
            return
        if span:
            headers.append(("content-range", f"bytes {span.first}-{span.last}/{size_bytes}"))
        await _send_span(scope, send, file, span, size_bytes, headers)
    finally:
        file.close()


def _open(path: Path) -> tuple[BinaryIO, int, float]:
    file = path.open("rb")
    status = path.stat()
    return file, status.st_size, status.st_mtime


def _wanted_span(scope: Scope, size_bytes: int, etag: str, modified: str) -> Span | None:
    condition = header(scope, "if-range")
    if condition and condition not in (etag, modified):
        return None
    return parse_range(header(scope, "range"), size_bytes)


async def _send_span(
    scope: Scope,
    send: Send,
    file: BinaryIO,
    span: Span | None,
    size_bytes: int,
    headers: list[tuple[str, str]],
) -> None:
    length = span.length if span else size_bytes
    await start(send, 206 if span else 200, [*headers, ("content-length", str(length))])
    if scope["method"] == "HEAD" or length == 0:
        await send({"type": "http.response.body", "body": b""})
        return
    file.seek(span.first if span else 0)
    left = length
    read: Callable[[int], bytes] = file.read
    while left:
        piece = await asyncio.to_thread(read, min(PIECE_BYTES, left))
        if not piece:
            break
        left -= len(piece)
        await send({"type": "http.response.body", "body": piece, "more_body": left > 0})
