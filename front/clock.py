"""The server's clock, to the millisecond: what everybody watches at once begins by it."""

import json
import time

from front.protocol import Receive, Scope, Send, answer
from front.snapshots import is_reading


class Clock:
    """ASGI application for /state/clock: the milliseconds since 1970, never kept by anybody."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not await is_reading(scope, send):
            return
        body = json.dumps({"now_ms": round(time.time() * 1000)}).encode()
        headers = [
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
            ("access-control-allow-origin", "*"),
        ]
        await answer(send, 200, b"" if scope["method"] == "HEAD" else body, headers)
