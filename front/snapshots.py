"""Snapshots: one small text per subject, for any number of screens at the cost of one.

Each process builds the snapshot of a subject at most once in `kept_s`, whoever asks. When the
database does not answer, the last one is sent on: what stands still beats what is gone.
"""

import asyncio
import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from django.db import DatabaseError

from front.database import ask
from front.protocol import Headers, Receive, Scope, Send, answer, header, problem, start

logger = logging.getLogger("front.snapshots")

KEPT_S = 1.0
MOST_KEPT = 1024
CACHE = "public, max-age=1, stale-while-revalidate=5, stale-if-error=600"
Builder = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was built, at a second of the process's clock; no body: there is no such subject."""

    body: bytes | None
    etag: str
    built_at_s: float


class Keeper:
    """Builds and keeps the snapshots of one kind: `build(key)` reads the database."""

    def __init__(self, build: Builder, kept_s: float = KEPT_S) -> None:
        self._make = build
        self._kept_s = kept_s
        self._kept: dict[str, Kept] = {}
        self._building: dict[str, asyncio.Task[Kept]] = {}

    async def fresh(self, key: str) -> Kept:
        """Return a snapshot that is at most `kept_s` old; one request builds, the others wait."""
        kept = self._kept.get(key)
        if kept is not None and monotonic() - kept.built_at_s < self._kept_s:
            return kept
        building = self._building.get(key)
        if building is None:
            building = asyncio.ensure_future(self._build(key, kept))
            self._building[key] = building
            building.add_done_callback(lambda _: self._building.pop(key))
        # Shielded: the one who asked first may leave, the others still wait.
        return await asyncio.shield(building)

    async def _build(self, key: str, before: Kept | None) -> Kept:
        try:
            body = await ask(self._make, key)
        except DatabaseError:
            if before is None or before.body is None:
                raise
            logger.exception("The snapshot of %s is sent on as it was.", key)
            body = before.body
        etag = f'"{hashlib.sha256(body or b"").hexdigest()[:20]}"'
        built = Kept(body, etag, monotonic())
        if body is not None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = built
        return built


class Snapshots:
    """ASGI application for the public snapshots of one kind.

    `address` is a pattern whose group `key` names the subject; `code` and `missing` are what is
    said when there is no such one.
    """

    def __init__(self, build: Builder, address: re.Pattern[str], code: str, missing: str) -> None:
        self.keeper = Keeper(build)
        self._address = address
        self._code, self._missing = code, missing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not await is_reading(scope, send):
            return
        match = self._address.fullmatch(scope["path"])
        kept = await self.keeper.fresh(match["key"]) if match else None
        if kept is None or kept.body is None:
            await problem(send, 404, self._code, self._missing)
            return
        # Anybody's page may show it; there is nothing else in it.
        headers = [("cache-control", CACHE), ("access-control-allow-origin", "*")]
        await send_kept(scope, send, kept, headers)


async def is_reading(scope: Scope, send: Send) -> bool:
    """Say whether the request only reads; refuse it when not."""
    if scope["method"] in ("GET", "HEAD"):
        return True
    await answer(send, 405, headers=[("allow", "GET, HEAD")])
    return False


async def send_kept(scope: Scope, send: Send, kept: Kept, headers: Headers) -> None:
    """Send a snapshot, or word that the asker has it already."""
    headers = [("etag", kept.etag), *headers]
    if kept.etag in header(scope, "if-none-match"):
        await start(send, 304, headers)
        await send({"type": "http.response.body", "body": b""})
        return
    body = b"" if scope["method"] == "HEAD" else kept.body or b""
    await answer(send, 200, body, [*headers, ("content-type", "application/json")])
