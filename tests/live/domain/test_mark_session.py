"""The sign of life brings back whether the session may go on."""

import pytest

from live.domain.close_session import close_session
from live.domain.mark_session import Figures, mark_session
from live.domain.open_session import open_session
from live.enums import Door, SessionEnd
from live.models import FeedSession
from live.models.keys import digest_of
from tests.live.feeds import KEY, make_feed

pytestmark = pytest.mark.django_db
RUNGS = {"source": {"width_px": 1280, "height_px": 720, "peak_bps": 5, "codecs": "avc1.64001f"}}


@pytest.fixture
def feed(house):
    return make_feed(house)


@pytest.fixture
def opened(feed):
    return open_session(KEY, Door.RTMP, "here")


def test_figures_are_written_while_it_goes_on(opened):
    FeedSession.objects.update(seen_at=opened.started_at.replace(year=2000))
    figures = Figures(1280, 720, 2_000_000, 3, RUNGS)
    assert mark_session(opened, figures) == SessionEnd.NONE
    session = FeedSession.objects.get()
    assert session.seen_at >= opened.started_at
    assert (session.width_px, session.height_px, session.bitrate_bps) == (1280, 720, 2_000_000)
    assert (session.dropped_frames, session.rungs) == (3, RUNGS)


@pytest.mark.parametrize("digest", [None, digest_of("another")])
def test_a_changed_or_revoked_key_ends_it(feed, opened, digest):
    feed.stream_key_digest = digest
    feed.save()
    assert mark_session(opened, Figures()) == SessionEnd.REVOKED


def test_a_session_that_somebody_closed_is_not_revived(opened):
    close_session(opened.pk, SessionEnd.LOST)
    assert mark_session(opened, Figures(bitrate_bps=7)) == SessionEnd.LOST
    assert FeedSession.objects.get().bitrate_bps == 0
