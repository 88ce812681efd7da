"""The lights of the feeds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.feed_lights import feed_lights
from live.models import FeedSession

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_live_late_and_off(programme_on_debate, make_feed):
    now = timezone.now()
    for name, age_s, ended in (("Dakar", 1, None), ("Lima", 9, None), ("Oslo", 60, now)):
        FeedSession.objects.create(
            feed=make_feed(name),
            started_at=now - timedelta(minutes=2),
            seen_at=now - timedelta(seconds=age_s),
            ended_at=ended,
            bitrate_bps=1_000_000,
            dropped_frames=3,
            width_px=1280,
            height_px=720,
        )
    make_feed("Nuuk")
    lights = {one["name"]: one for one in feed_lights(programme_on_debate, now)}
    assert {name: one["light"] for name, one in lights.items()} == {
        "Dakar": "live",
        "Lima": "late",
        "Oslo": "off",
        "Nuuk": "off",
    }
    assert (lights["Dakar"]["bitrate_bps"], lights["Dakar"]["dropped_frames"]) == (1_000_000, 3)
    assert (lights["Oslo"]["bitrate_bps"], lights["Nuuk"]["seen_at"]) == (0, None)


def test_the_latest_session_counts(programme_on_debate, make_feed):
    now, feed = timezone.now(), make_feed()
    old = now - timedelta(hours=1)
    FeedSession.objects.create(feed=feed, started_at=old, seen_at=old, ended_at=old)
    FeedSession.objects.create(feed=feed, started_at=now, seen_at=now)
    assert feed_lights(programme_on_debate, now)[0]["light"] == "live"
