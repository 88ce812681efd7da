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


def open_session(secret: str, door: Door, receiver: str) -> Opened:
    """Open a session on the feed that `secret` opens at `door`; `receiver` names this process.

    Raises KeyUnknown or InvitationOver when it opens none, and FeedBusy when somebody publishes
    there. Of several at once one wins.
    """
    digest = digest_of(secret)
    feed = _feed(digest, door)
    now = timezone.now()
    try:
        with transaction.atomic():
            close_silent_sessions(FeedSession.objects.filter(feed=feed), now - LOST_AFTER)
            session = FeedSession.objects.create(
                feed=feed, door=door, receiver=receiver, started_at=now, seen_at=now
            )
    except IntegrityError as error:
        raise FeedBusy from error
    is_low_latency = feed.programme.is_low_latency
    return Opened(session.pk, feed.pk, session.folder, door, digest, now, is_low_latency)


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
