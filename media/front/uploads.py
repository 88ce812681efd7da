"""Resumable uploads: tus 1.0, core protocol with creation and termination.

https://tus.io/protocols/resumable-upload/1-0-x. Bytes go from the connection to a part file in
pieces of one mebibyte, whatever the size of the film. The header Tus-Resumable, which a page of
another site cannot send without asking first, stands in for a CSRF token.
"""

import asyncio
import base64
import binascii
import errno
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from time import monotonic
from typing import Any

from django.conf import settings
from django.utils.translation import override

from front.database import ask
from front.protocol import Receive, Scope, Send, answer, header, problem
from media.domain.receive_upload import (
    arrived_bytes,
    begin_upload,
    cancel_upload,
    finish_upload,
)
from media.front.request_body import ClientGone, RequestBody
from media.front.staff import ensure_own_origin, reader_language, staff_user
from media.gateways.upload_store import PartWriter, has_room_for
from media.models import Upload
from media.refusals import (
    BusyUpload,
    MalformedRequest,
    NoRoom,
    Refused,
    TooManyBytes,
    UnknownMethod,
    UnknownProtocol,
    UnknownUpload,
    WrongContentType,
    WrongOffset,
)
from users.models import User

VERSION = "1.0.0"
PREFIX = "/tus/"
FILM_HEADER = "upload-film"
TURN_WAIT_S = 5.0
TURN_LOOK_S = 0.05
_MAX_DIGITS = 18


@dataclass
class Request:
    """One request to /tus/: what it asks, and by whom, once that is known."""

    scope: Scope
    body: RequestBody
    method: str
    key: str
    user: User | None = None


@dataclass
class Reply:
    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)


class TusUploads:
    """ASGI application for /tus/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        send = _speaking_tus(send)
        async with RequestBody(receive) as body:
            request = Request(
                scope=scope,
                body=body,
                method=header(scope, "x-http-method-override") or scope["method"],
                key=scope["path"].removeprefix(PREFIX),
            )
            try:
                reply = await self._reply(request)
            except ClientGone:
                return
            except Refused as refusal:
                await self._refuse(request, refusal, send)
                return
            await answer(send, reply.status, headers=reply.headers.items())

    async def _reply(self, request: Request) -> Reply:
        if request.method == "OPTIONS":
            return _capabilities()
        if header(request.scope, "tus-resumable") != VERSION:
            raise UnknownProtocol
        ensure_own_origin(request.scope)
        request.user = await ask(staff_user, request.scope)
        act = _ACTS.get((request.method, bool(request.key)))
        if act is None:
            raise UnknownMethod
        return await act(request)

    async def _refuse(self, request: Request, refusal: Refused, send: Send) -> None:
        await request.body.drain()
        with override(await ask(reader_language, request.scope, request.user)):
            await problem(send, refusal.status, refusal.code, str(refusal))


async def _create(request: Request) -> Reply:
    """POST /tus/: promise room for a file."""
    metadata = _metadata(header(request.scope, "upload-metadata"))
    upload = await ask(
        begin_upload,
        request.user,
        metadata.get("filename", ""),
        _number(header(request.scope, "upload-length"), "Upload-Length"),
        _number(metadata.get("collection") or "0", "collection"),
        _number(metadata["replaces"], "replaces") if metadata.get("replaces") else None,
    )
    return Reply(HTTPStatus.CREATED, {"location": f"{PREFIX}{upload.key}", "upload-offset": "0"})


async def _tell(request: Request) -> Reply:
    """HEAD: say how much arrived. An older, stuck request is stopped first."""
    async with _Turn(request) as upload:
        return Reply(HTTPStatus.OK, await _progress(upload))


async def _receive_piece(request: Request) -> Reply:
    """PATCH: write a piece of the file behind what is there."""
    if header(request.scope, "content-type") != "application/offset+octet-stream":
        raise WrongContentType
    offset = _number(header(request.scope, "upload-offset"), "Upload-Offset")
    turn = _Turn(request)
    async with turn as upload:
        if offset != await ask(arrived_bytes, upload):
            raise WrongOffset
        if offset < upload.size_bytes:
            await _write_body(request, turn.writer, upload.size_bytes - offset)
        return Reply(HTTPStatus.NO_CONTENT, await _progress(upload))


async def _terminate(request: Request) -> Reply:
    """DELETE: forget an unfinished upload."""
    async with _Turn(request) as upload:
        await ask(cancel_upload, upload)
    return Reply(HTTPStatus.NO_CONTENT)


_ACTS: dict[tuple[str, bool], Callable[[Request], Awaitable[Reply]]] = {
    ("POST", False): _create,
    ("HEAD", True): _tell,
    ("PATCH", True): _receive_piece,
    ("DELETE", True): _terminate,
}


class _Turn:
    """The right to write an upload, for the length of an `async with` block."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.writer = PartWriter(request.key)

    async def __aenter__(self) -> Upload:
        await ask(_find, self._request)  # only an own upload may be touched
        give_up_at = monotonic() + TURN_WAIT_S
        while not await asyncio.to_thread(self.writer.take):
            if monotonic() > give_up_at:
                raise BusyUpload
            # No event crosses processes: the holder looks for our wish, we look for its lock.
            await asyncio.sleep(TURN_LOOK_S)
        try:
            return await ask(_find, self._request)  # it may have ended while we waited
        except BaseException:
            self.writer.close()
            raise

    async def __aexit__(self, *_details: object) -> None:
        self.writer.close()


async def _write_body(request: Request, writer: PartWriter, left: int) -> None:
    """Write the body of `request`, at most `left` bytes, and see it safe on the disk."""
    announced = header(request.scope, "content-length")
    if announced and _number(announced, "Content-Length") > left:
        raise TooManyBytes
    if not await asyncio.to_thread(has_room_for, int(announced or 0)):
        raise NoRoom
    try:
        async for piece in request.body.pieces(writer.is_asked_to_stop):
            left -= len(piece)
            if left < 0:
                raise TooManyBytes
            await asyncio.to_thread(writer.append, piece)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise NoRoom from error
    finally:
        await asyncio.to_thread(writer.flush)


async def _progress(upload: Upload) -> dict[str, str]:
    """Return the headers that tell how far `upload` is, finishing it if all has arrived."""
    arrived = await ask(arrived_bytes, upload)
    headers = {
        "upload-offset": str(arrived),
        "upload-length": str(upload.size_bytes),
        "cache-control": "no-store",
    }
    if arrived == upload.size_bytes:
        # To a bucket this takes minutes: other requests must not queue behind it.
        video = await ask(finish_upload, upload, in_line=not settings.STORAGE_URL)
        headers[FILM_HEADER] = str(video.pk)
    return headers


def _find(request: Request) -> Upload:
    upload = (
        Upload.objects.filter(key=request.key, user=request.user)
        .select_related("user", "replaces", "video")
        .first()
    )
    if upload is None:
        raise UnknownUpload
    return upload


def _capabilities() -> Reply:
    return Reply(
        HTTPStatus.NO_CONTENT,
        {
            "tus-version": VERSION,
            "tus-extension": "creation,termination",
            "tus-max-size": str(settings.UPLOAD_MAX_BYTES),
        },
    )


def _speaking_tus(send: Send) -> Send:
    async def send_with_version(message: Any) -> None:
        if message["type"] == "http.response.start":
            message["headers"].append((b"tus-resumable", VERSION.encode()))
            if message["status"] == HTTPStatus.PRECONDITION_FAILED:
                message["headers"].append((b"tus-version", VERSION.encode()))
        await send(message)

    return send_with_version


def _number(text: str, part: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_DIGITS:
        raise MalformedRequest(part=part)
    return int(text)


def _metadata(text: str) -> dict[str, str]:
    """Return the pairs of an Upload-Metadata header: "name base64, name base64"."""
    pairs: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = pair.partition(" ")
        try:
            pairs[name] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            raise MalformedRequest(part="Upload-Metadata") from error
    return pairs
