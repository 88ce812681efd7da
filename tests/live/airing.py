"""A programme on air, as rows: what the tests of the air are built from."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from live.models import (
    Feed,
    FeedSegment,
    FeedSession,
    LiveIndexPage,
    LiveProgrammePage,
    Run,
)

AT = datetime(2026, 11, 28, 20, 30, tzinfo=timezone.get_fixed_timezone(0))
SOURCE = {
    "width_px": 1280,
    "height_px": 720,
    "peak_bps": 3_000_000,
    "codecs": "avc1.64001f,mp4a.40.2",
}
SMALL = {"width_px": 640, "height_px": 360, "peak_bps": 900_000, "codecs": "avc1.4d401e,mp4a.40.2"}


def at(seconds: float) -> datetime:
    """Return the instant that many seconds after the run began."""
    return AT + timedelta(seconds=seconds)


def make_live_page(house: Any, title: str = "Le tour du monde", **values: Any) -> LiveProgrammePage:
    """Publish a live programme."""
    index = LiveIndexPage.objects.first() or house.home.add_child(
        instance=LiveIndexPage(title="Directs", slug="directs")
    )
    page = LiveProgrammePage(
        title=title, slug=f"direct-{index.numchild}", **{"starts_at": AT, **values}
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    return LiveProgrammePage.objects.get(pk=page.pk)


def make_feed(page: LiveProgrammePage, name: str = "Studio") -> Feed:
    return Feed.objects.create(programme=page, name=name)


def make_session(feed: Feed, begins_s: float = 0, *rungs: str, **values: Any) -> FeedSession:
    """Begin to publish on `feed`, in these rungs besides the source."""
    facts = {"source": SOURCE, **dict.fromkeys(rungs, SMALL)}
    shared = {"started_at": at(begins_s), "seen_at": at(begins_s), "rungs": facts}
    return FeedSession.objects.create(feed=feed, **{**shared, **values})


def deliver(
    session: FeedSession, *numbers: int, begins_s: float | None = None, length_s: float = 1.0
) -> list[FeedSegment]:
    """Deliver segments of a session; each begins where its number says, or from `begins_s` on."""
    made = []
    for place, number in enumerate(numbers):
        starts_s = number * length_s if begins_s is None else begins_s + place * length_s
        made.append(
            FeedSegment.objects.create(
                session=session, number=number, starts_at=at(starts_s), length_s=length_s
            )
        )
    return made


def make_run(page: LiveProgrammePage, feed: Feed | None = None, **values: Any) -> Run:
    """Open a run with `feed` on air."""
    return Run.objects.create(programme=page, feed=feed, **{"started_at": AT, **values})
