"""Encoded films: manifests, media segments, posters.

Addresses look like /v/<film>/<grant>/v<version>/<file>. The grant says why the reader may see it:
`open` when a published public page shows the film, else a signature made for who opened the page.
"""

import asyncio
import re
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, storages

from front.database import ask
from front.protocol import Receive, Scope, Send, answer
from media.domain.may_watch import may_watch
from media.front.files import content_type, send_file

# Plain names only: they go into a path, into a header for nginx and into keys of a bucket.
_NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
_ADDRESS = re.compile(
    rf"/v/(?P<film>[0-9a-f]{{24}})/(?P<grant>[A-Za-z0-9_:.=-]+)/(?P<file>v[0-9]+(?:/{_NAME})+)"
)
IMMUTABLE = "public, max-age=31536000, immutable"
FRESH = "no-cache"


class FilmFiles:
    """ASGI application for /v/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if scope["method"] not in ("GET", "HEAD"):
            await answer(send, 405, headers=[("allow", "GET, HEAD")])
            return
        if match is None or not await ask(may_watch, match["film"], match["grant"]):
            await answer(send, 404, headers=[("cache-control", "no-store")])
            return
        name = f"{match['film']}/{match['file']}"
        kept = _cache_control(match["grant"], match["file"])
        await self._deliver(scope, receive, send, name, kept)

    async def _deliver(
        self, scope: Scope, receive: Receive, send: Send, name: str, cache_control: str
    ) -> None:
        if settings.STORAGE_URL:
            await _deliver_from_bucket(scope, send, name, cache_control)
        elif settings.VIDEO_DELIVERY == "x-accel":
            headers = [
                ("x-accel-redirect", f"/_vod/{name}"),
                ("content-type", content_type(name)),
                ("cache-control", cache_control),
            ]
            await answer(send, 200, headers=headers)
        else:
            path = Path(settings.DATA_DIR, "vod", name)
            await send_file(scope, receive, send, path, cache_control)


def _cache_control(grant: str, file: str) -> str:
    if file.endswith(".m3u8"):
        return FRESH
    return IMMUTABLE if grant == "open" else IMMUTABLE.replace("public", "private")


async def _deliver_from_bucket(scope: Scope, send: Send, name: str, cache_control: str) -> None:
    store = storages["videos"]
    if not name.endswith(".m3u8"):
        address = await asyncio.to_thread(store.url, name)
        headers = [("location", address), ("cache-control", "private, max-age=600")]
        await answer(send, 302, headers=headers)
        return
    # Manifests name their segments relatively, so they must be read from our own address.
    try:
        body = await asyncio.to_thread(_read, store, name)
    except FileNotFoundError:
        await answer(send, 404)
        return
    headers = [("content-type", content_type(name)), ("cache-control", cache_control)]
    await answer(send, 200, b"" if scope["method"] == "HEAD" else body, headers)


def _read(store: Storage, name: str) -> bytes:
    with store.open(name) as file:
        return bytes(file.read())
