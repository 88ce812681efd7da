"""Programmes and feeds for the tests of ingest."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from live.models import Feed, FeedSession, LiveIndexPage, LiveProgrammePage
from live.models.keys import digest_of

KEY = "canary-key-of-the-studio"


def make_live(house: Any, title: str = "Le tour du monde") -> LiveProgrammePage:
    """Publish a live programme that starts in a week."""
    index = LiveIndexPage.objects.first()
    if index is None:
        index = house.home.add_child(instance=LiveIndexPage(title="Direct", slug="direct"))
    starts_at = timezone.now() + timedelta(days=7)
    page = LiveProgrammePage(
        title=title, slug=f"direct-{index.numchild}", pitch="En direct.", starts_at=starts_at
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def make_feed(house: Any, name: str = "Studio", key: str = KEY, **values: Any) -> Feed:
    """Make a feed that `key` opens."""
    programme = values.pop("programme", None) or make_live(house)
    return Feed.objects.create(
        programme=programme, name=name, stream_key_digest=digest_of(key), **values
    )


def make_session(feed: Feed, *, age_s: float = 0, **values: Any) -> FeedSession:
    """Make a session that is open and gave its last sign of life so long ago."""
    at = timezone.now() - timedelta(seconds=age_s)
    return FeedSession.objects.create(feed=feed, **{"started_at": at, "seen_at": at, **values})
