"""Let somebody publish on a feed: one at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from live.domain.close_session import close_silent_sessions
from live.enums import Door
from live.feed_refusals import FeedBusy, InvitationOver, KeyUnknown
from live.models import Feed, FeedSession
from live.models.keys import digest_of

# A session without a sign of life for so long belongs to a process that is gone.
LOST_AFTER = timedelta(seconds=10)
# The receiver of a session that nginx asked for, before its stream is here.
CLAIMED = "nginx"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the receiving process needs to know of its session; no key is in it."""

    pk: int
    feed_id: int
    folder: str
    door: Door
    digest: str
    started_at: datetime
    is_low_latency: bool = False


def open_session(secret: str, door: Door, receiver: str, asked_by: str = "") -> Opened:
    """Open a session on the feed that `secret` opens at `door`; `receiver` names this process.

    `asked_by` is the client for whom nginx asks.

    Raises KeyUnknown or InvitationOver when it opens none, and FeedBusy when somebody publishes
    there. Of several at once one wins.
    """
    return open_session_of(digest_of(secret), door, receiver, asked_by)


def open_session_of(digest: str, door: Door, receiver: str, asked_by: str = "") -> Opened:
    """Open a session on the feed of this digest of a secret; raises as `open_session` does."""
    feed = _feed(digest, door)
    now = timezone.now()
    try:
        with transaction.atomic():
            close_silent_sessions(FeedSession.objects.filter(feed=feed), now - LOST_AFTER)
            session = _claimed(feed, door, receiver, now) or FeedSession.objects.create(
                feed=feed,
                door=door,
                receiver=receiver,
                asked_by=asked_by,
                started_at=now,
                seen_at=now,
            )
    except IntegrityError as error:
        raise FeedBusy from error
    is_low_latency = feed.programme.is_low_latency
    return Opened(session.pk, feed.pk, session.folder, door, digest, now, is_low_latency)


def _claimed(feed: Feed, door: Door, receiver: str, now: datetime) -> FeedSession | None:
    """Take over the session that nginx claimed for this stream, once."""
    if door != Door.RTMP or receiver == CLAIMED:
        return None
    still_open = FeedSession.objects.filter(feed=feed, ended_at__isnull=True)
    claims = still_open.filter(receiver=CLAIMED)
    if not claims.update(receiver=receiver, started_at=now, seen_at=now):
        return None
    return still_open.get()


def _feed(digest: str, door: Door) -> Feed:
    feeds = Feed.objects.select_related("programme")
    if door != Door.BROWSER:
        feed = feeds.filter(stream_key_digest=digest).first()
        if feed is None:
            raise KeyUnknown
        return feed
    feed = feeds.filter(guest_digest=digest, guest_until__gt=timezone.now()).first()
    if feed is None:
        raise InvitationOver
    return feed
