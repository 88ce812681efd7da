"""End a publish session, once, with the reason why."""

from datetime import datetime

from django.db.models import F, QuerySet
from django.utils import timezone

from live.enums import SessionEnd
from live.feed_refusals import FeedRefused
from live.models import FeedSession


def close_session(pk: int, end: SessionEnd, refusal: FeedRefused | None = None) -> bool:
    """Close the session `pk`; False when somebody did before, whose reason then stays."""
    reason = refusal.code if refusal else ""
    changed = FeedSession.objects.filter(pk=pk, ended_at__isnull=True).update(
        ended_at=timezone.now(), end=end, reason=reason, bitrate_bps=0
    )
    return bool(changed)


def close_silent_sessions(sessions: QuerySet[FeedSession], before: datetime) -> int:
    """Close as lost those of `sessions` that gave no sign of life since `before`."""
    return _close_lost(sessions.filter(seen_at__lt=before))


def close_sessions_of(receiver: str) -> int:
    """Close as lost what a process of this name left open; call it before the first is opened."""
    return _close_lost(FeedSession.objects.filter(receiver=receiver))


def _close_lost(sessions: QuerySet[FeedSession]) -> int:
    still_open = sessions.filter(ended_at__isnull=True)
    return still_open.update(ended_at=F("seen_at"), end=SessionEnd.LOST, bitrate_bps=0)
