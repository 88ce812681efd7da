"""The feeds of a programme with their lights, as the team sees them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from live.enums import SessionEnd
from live.feed_refusals import sentence_of
from live.models import Feed, FeedSession, LiveProgrammePage

# A sign of life comes each second.
SILENT_AFTER = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed, and its latest session if it ever had one."""

    feed: Feed
    session: FeedSession | None

    @property
    def is_receiving(self) -> bool:
        """Whether pictures arrive at this moment."""
        session = self.session
        return (
            session is not None
            and session.ended_at is None
            and session.seen_at > timezone.now() - SILENT_AFTER
        )

    @property
    def megabits(self) -> float:
        """The bitrate in Mbit/s."""
        return self.session.bitrate_bps / 1e6 if self.session else 0.0

    @property
    def why_over(self) -> str:
        """Why the latest session ended, in a sentence; empty while it goes on."""
        session = self.session
        if session is None or self.is_receiving:
            return ""
        end = SessionEnd(session.end) if session.ended_at else SessionEnd.LOST
        return sentence_of(session.reason) or str(end.label)

    @property
    def has_invitation(self) -> bool:
        """Whether a guest's link is open."""
        until = self.feed.guest_until
        return self.feed.guest_digest is not None and until is not None and until > timezone.now()


def show_feeds(programme: LiveProgrammePage) -> list[FeedRow]:
    """Return all feeds of `programme`, each with its latest session. Two queries."""
    feeds = list(programme.feeds.all())
    latest = FeedSession.objects.filter(feed__in=feeds).annotate(
        place=Window(RowNumber(), partition_by="feed_id", order_by=F("started_at").desc())
    )
    sessions = {session.feed_id: session for session in latest.filter(place=1)}
    return [FeedRow(feed, sessions.get(feed.pk)) for feed in feeds]
