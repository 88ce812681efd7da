"""The lights of a programme's feeds: which deliver, how well, and when they were last heard."""

from datetime import datetime, timedelta
from typing import Any

from live.models import Feed, FeedSession, LiveProgrammePage

# A sender says every second or two that it lives.
LATE_AFTER = timedelta(seconds=4)


def feed_lights(programme: LiveProgrammePage, now: datetime) -> list[dict[str, Any]]:
    """Return each feed with its light: `live`, `late` (open, but silent) or `off`."""
    feeds = list(Feed.objects.filter(programme=programme))
    latest: dict[int, FeedSession] = {}
    for session in FeedSession.objects.filter(feed__in=feeds).order_by("started_at"):
        latest[session.feed_id] = session
    return [_light(feed, latest.get(feed.pk), now) for feed in feeds]


def _light(feed: Feed, session: FeedSession | None, now: datetime) -> dict[str, Any]:
    is_open = session is not None and session.ended_at is None
    known = {
        "seen_at": session.seen_at.isoformat(),
        "bitrate_bps": session.bitrate_bps if is_open else 0,
        "dropped_frames": session.dropped_frames,
        "width_px": session.width_px,
        "height_px": session.height_px,
    } if session else {
        "seen_at": None, "bitrate_bps": 0, "dropped_frames": 0, "width_px": 0, "height_px": 0
    }  # fmt: skip
    light = "off"
    if session is not None and is_open:
        light = "live" if now - session.seen_at < LATE_AFTER else "late"
    return {"pk": feed.pk, "name": feed.name, "role": feed.role, "light": light, **known}
