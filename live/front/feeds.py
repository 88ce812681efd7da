"""Previews of feeds, for the team: /air/feed/<feed>/index.m3u8 and the segments it lists."""

import re
from pathlib import Path

from front.database import ask
from front.protocol import Receive, Scope, Send, answer
from front.session import team_member
from live.air.access import may_look_in
from live.air.feed_window import feed_window, is_of_feed, programme_of
from live.front.store import PRIVATE, deliver
from media.front.files import content_type

_ADDRESS = re.compile(
    r"/air/feed/(?P<feed>[0-9a-f]{16})/"
    r"(?:(?P<list>index\.m3u8)|(?P<folder>[0-9a-f]{16})/(?P<file>[a-z0-9]{1,12}/"
    r"(?:init\.mp4|[0-9]{1,9}\.m4s)))"
)


class FeedFiles:
    """ASGI application for /air/feed/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match = _ADDRESS.fullmatch(scope["path"])
        if match is not None and await ask(_may_look, scope, match["feed"]):
            if match["list"]:
                text = await ask(feed_window, match["feed"])
                if text is not None:
                    headers = [
                        ("content-type", content_type("index.m3u8")),
                        ("cache-control", "private, no-store"),
                    ]
                    await answer(send, 200, text.encode(), headers)
                    return
            elif await ask(is_of_feed, match["feed"], match["folder"]):
                path = Path(match["folder"], match["file"])
                await deliver(scope, receive, send, path, PRIVATE)
                return
        await answer(send, 404, headers=[("cache-control", "no-store")])


def _may_look(scope: Scope, feed_key: str) -> bool:
    programme_id = programme_of(feed_key)
    return programme_id is not None and may_look_in(team_member(scope), programme_id)
