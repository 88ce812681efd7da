"""Sending files of the live store, by this process or by nginx."""

from pathlib import Path

from django.conf import settings

from front.protocol import Receive, Scope, Send, answer
from media.front.files import content_type, send_file

IMMUTABLE = "public, max-age=31536000, immutable"
PRIVATE = "private, max-age=31536000, immutable"
# Parts are gone after a minute: what they make up stays.
PART = "public, max-age=60"
PRIVATE_PART = "private, max-age=60"


async def deliver(
    scope: Scope, receive: Receive, send: Send, path: Path, cache_control: str
) -> None:
    """Answer with the file `path` below the live store."""
    if settings.VIDEO_DELIVERY == "x-accel":
        headers = [
            ("x-accel-redirect", f"/_live/{path.as_posix()}"),
            ("content-type", content_type(path.name)),
            ("cache-control", cache_control),
        ]
        await answer(send, 200, headers=headers)
    else:
        await send_file(scope, receive, send, Path(settings.LIVE_ROOT, path), cache_control)
