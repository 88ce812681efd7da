"""Recognising who is not a person: robots, link previews, browsers that load in advance."""

import re
from collections.abc import Mapping
from functools import lru_cache

from audience.enums import Reason

_ROBOTS = re.compile(
    # Cubot makes telephones.
    r"(?<!cu)bot(\b|/)|crawl|spider|slurp|preview|scrap|fetch|monitor|headless|lighthouse|"
    r"facebookexternalhit|whatsapp|telegram|skypeuri|embedly|mastodon|pleroma|misskey|"
    r"\bcurl/|\bwget/|python-|\bhttpx|\baiohttp|okhttp|java/|go-http|libwww|node-fetch|axios",
    re.IGNORECASE,
)
_PREFETCH_HEADERS = ("purpose", "sec-purpose", "x-purpose", "x-moz")


def reason_against(headers: Mapping[str, str]) -> Reason | None:
    """Return why a request with these headers (lower-case names) is not a person's, or None."""
    if any("prefetch" in headers.get(name, "").lower() for name in _PREFETCH_HEADERS):
        return Reason.PREFETCH
    if "prerender" in headers.get("sec-purpose", "").lower():
        return Reason.PREFETCH
    return Reason.BOT if _is_robot(headers.get("user-agent", "")) else None


@lru_cache(maxsize=4096)
def _is_robot(user_agent: str) -> bool:
    return not user_agent or _ROBOTS.search(user_agent) is not None
