"""A segment has one row."""

import pytest

from live.domain.keep_segment import keep_segment
from live.models import FeedSegment
from tests.live.feeds import make_feed, make_session

pytestmark = pytest.mark.django_db


def test_a_segment_is_written_once(house):
    session = make_session(make_feed(house))
    for _ in range(2):
        keep_segment(session.pk, 4, session.started_at, 1.001, [0.5, 0.501])
    row = FeedSegment.objects.get()
    assert (row.number, row.starts_at, row.length_s) == (4, session.started_at, 1.001)
    assert row.parts == [0.5, 0.501]
