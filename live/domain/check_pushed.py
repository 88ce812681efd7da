"""nginx asks every few seconds whether a sender whom it let in may go on."""

from datetime import timedelta

from django.utils import timezone

from live.enums import Door
from live.feed_refusals import FeedBusy, KeyUnknown, NotPushed, refusal_of
from live.models import Feed
from live.models.keys import digest_of

# Our door was started anew, and nginx tries again: so long it may take.
BACK_WITHIN = timedelta(seconds=15)


def check_pushed(key: str, client_id: str) -> None:
    """Return when what nginx has from its client under this key arrives, or may soon.

    Raises KeyUnknown when the key was changed, FeedBusy when somebody took its place, the refusal
    that ended its session, or NotPushed when nothing arrives any more.
    """
    feed = Feed.objects.filter(stream_key_digest=digest_of(key)).first()
    if feed is None:
        raise KeyUnknown
    session = feed.sessions.order_by("-started_at").first()
    if session is None:
        raise NotPushed
    if session.ended_at is None:
        if session.door != Door.RTMP or _latest_client(feed) != client_id:
            raise FeedBusy
        return
    if refusal := refusal_of(session.reason):
        raise refusal
    if session.ended_at < timezone.now() - BACK_WITHIN:
        raise NotPushed


def _latest_client(feed: Feed) -> str:
    """Return for whom nginx asked last: when nginx pushes anew, it does not ask again."""
    asked = feed.sessions.exclude(asked_by="").order_by("-started_at")
    return asked.values_list("asked_by", flat=True).first() or ""
