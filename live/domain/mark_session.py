"""The sign of life of a publish session, and the answer to it: may it go on?"""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from live.domain.open_session import Opened
from live.enums import Door, SessionEnd
from live.models import Feed, FeedSession


@dataclass(slots=True)
class Figures:
    """What the receiving process last saw of its session."""

    width_px: int = 0
    height_px: int = 0
    bitrate_bps: int = 0
    dropped_frames: int = 0
    rungs: dict[str, dict[str, Any]] = field(default_factory=dict)


def mark_session(opened: Opened, figures: Figures) -> SessionEnd:
    """Write the figures and the sign of life; return why it must end, NONE while it goes on."""
    changed = FeedSession.objects.filter(pk=opened.pk, ended_at__isnull=True).update(
        seen_at=timezone.now(),
        width_px=figures.width_px,
        height_px=figures.height_px,
        bitrate_bps=figures.bitrate_bps,
        dropped_frames=figures.dropped_frames,
        rungs=figures.rungs,
    )
    if not changed:
        return SessionEnd.LOST
    column = "guest_digest" if opened.door == Door.BROWSER else "stream_key_digest"
    is_valid = Feed.objects.filter(pk=opened.feed_id, **{column: opened.digest}).exists()
    return SessionEnd.NONE if is_valid else SessionEnd.REVOKED
