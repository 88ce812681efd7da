"""Snapshots: /state/<meter>.json, for any number of screens at the cost of one.

Each process builds a snapshot at most once a second, whoever asks. When the database does not
answer, the last one is sent on: a counter that stands still beats a counter that is gone.
"""

import asyncio
import hashlib
import logging
import re
from dataclasses import dataclass
from time import monotonic

from django.db import DatabaseError

from audience.domain.snapshot import snapshot_bytes
from front.database import ask
from front.protocol import Receive, Scope, Send, answer, header, problem, start

logger = logging.getLogger("audience.state")

KEPT_S = 1.0
MOST_KEPT = 1024
CACHE = "public, max-age=1, stale-while-revalidate=5, stale-if-error=600"
_ADDRESS = re.compile(r"/state/(?P<meter>[0-9a-f]{16})\.json")


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes | None
    etag: str
    built_at_s: float


class States:
    """ASGI application for /state/."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._building: dict[str, asyncio.Task[_Kept]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if scope["method"] not in ("GET", "HEAD"):
            await answer(send, 405, headers=[("allow", "GET, HEAD")])
            return
        kept = await self._fresh(match["meter"]) if match else None
        if kept is None or kept.body is None:
            await problem(send, 404, "ACT-404", "There is no such count.")
            return
        # Anybody's page may show the figures; there is nothing else in them.
        headers = [("etag", kept.etag), ("cache-control", CACHE)]
        headers += [("access-control-allow-origin", "*")]
        if kept.etag in header(scope, "if-none-match"):
            await start(send, 304, headers)
            await send({"type": "http.response.body", "body": b""})
            return
        body = b"" if scope["method"] == "HEAD" else kept.body
        await answer(send, 200, body, [*headers, ("content-type", "application/json")])

    async def _fresh(self, meter_key: str) -> _Kept:
        """Return a snapshot that is at most a second old; one request builds, the others wait."""
        kept = self._kept.get(meter_key)
        if kept is not None and monotonic() - kept.built_at_s < KEPT_S:
            return kept
        building = self._building.get(meter_key)
        if building is None:
            building = asyncio.ensure_future(self._build(meter_key, kept))
            self._building[meter_key] = building
            building.add_done_callback(lambda _: self._building.pop(meter_key))
        # Shielded: the one who asked first may leave, the others still wait.
        return await asyncio.shield(building)

    async def _build(self, meter_key: str, before: _Kept | None) -> _Kept:
        try:
            body = await ask(snapshot_bytes, meter_key)
        except DatabaseError:
            if before is None or before.body is None:
                raise
            logger.exception("The snapshot of %s is sent on as it was.", meter_key)
            body = before.body
        etag = f'"{hashlib.sha256(body or b"").hexdigest()[:20]}"'
        built = _Kept(body, etag, monotonic())
        if body is not None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[meter_key] = built
        return built
