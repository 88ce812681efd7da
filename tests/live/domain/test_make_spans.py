"""Stretches in which the replay's time runs as the wall's did."""

from datetime import timedelta

import pytest

from live.domain.make_spans import make_spans
from live.models import AirSegment, FeedSegment
from tests.live.replays import at


def segment(starts_s, length_s=1.0, aired_s=None):
    """A segment of a feed, or of the slate when it has an hour on air only."""
    if aired_s is not None:
        return AirSegment(aired_at=at(aired_s), length_s=length_s)
    source = FeedSegment(starts_at=at(starts_s), length_s=length_s)
    return AirSegment(source=source, aired_at=at(starts_s + 3), length_s=length_s)


def spans(*segments):
    """Each span as (second after noon, second after noon, second of the replay)."""
    return [
        (seconds(span.wall_from), seconds(span.wall_to), round(span.replay_from_s, 3))
        for span in make_spans(segments)
    ]


def seconds(moment):
    return round((moment - at(0)) / timedelta(seconds=1), 3)


def test_what_follows_is_one_span():
    assert spans(segment(0), segment(1), segment(2)) == [(0, 3, 0)]


def test_a_feed_counts_from_its_own_clock_a_slate_from_the_air():
    assert spans(segment(10)) == [(10, 11, 0)]
    assert spans(segment(None, aired_s=20)) == [(20, 21, 0)]


def test_a_hole_starts_another():
    assert spans(segment(0), segment(5), segment(6)) == [(0, 1, 0), (5, 7, 1)]


@pytest.mark.parametrize("shift", [0.2, -0.2])
def test_small_shifts_of_the_clock_are_none(shift):
    assert spans(segment(0), segment(1 + shift), segment(2 + shift)) == [(0, 3, 0)]


def test_a_drift_is_put_right_before_it_is_long():
    found = make_spans([segment(n * 1.01) for n in range(200)])
    assert 3 < len(found) < 20
    for span in found:
        number = round(span.replay_from_s)
        assert abs(seconds(span.wall_from) - number * 1.01) <= 0.26


def test_an_instant_that_is_shown_twice_counts_where_it_was_first():
    # Another feed was half a second behind when it was put on air.
    assert spans(segment(0), segment(0.5), segment(1.5)) == [(0, 1, 0), (1, 2.5, 1.5)]


def test_a_segment_that_shows_nothing_new_has_no_span():
    found = spans(segment(0, 4), segment(1), segment(4))
    assert found == [(0, 4, 0), (4, 5, 5)]


def test_nothing():
    assert spans() == []
