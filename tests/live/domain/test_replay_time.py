"""From instants to seconds and back, over drop-outs, cuts, trims and switches."""

from datetime import timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from live.domain.kept_air import length_of, trimmed, without_long_slates
from live.domain.make_spans import Span, make_spans, shown_at, shown_until
from live.domain.replay_time import replay_at, wall_at
from live.models import AirSegment, FeedSegment
from tests.live.replays import at

# What came before each segment (a hole, or an overlap after a switch), its length, is it a slate.
aired = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 0, 0, 0.1, -0.1, 1, 40, -0.6, -3]),
        st.floats(0.2, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)
cuts = st.tuples(st.integers(0, 8), st.floats(0, 20), st.floats(0, 20))


def build(aired, cuts):
    """Return the segments that are kept of a programme that was on air so."""
    segments, now_s = [], 0.0
    for number, (gap_s, length_s, is_slate) in enumerate(aired):
        now_s += gap_s
        source = None if is_slate else FeedSegment(pk=number + 1, starts_at=at(now_s))
        segments.append(
            AirSegment(number=number, source=source, aired_at=at(now_s), length_s=length_s)
        )
        now_s += length_s
    longest_s, head_s, tail_s = cuts
    return trimmed(without_long_slates(segments, longest_s), head_s, tail_s)


@given(aired, cuts)
def test_spans_are_in_order_and_inside_the_replay(aired, cuts):
    kept = build(aired, cuts)
    spans = make_spans(kept)
    for before, after in zip(spans, spans[1:], strict=False):
        assert before.wall_to <= after.wall_from
        assert before.replay_to_s <= after.replay_from_s + 1e-9
    for span in spans:
        assert span.wall_from < span.wall_to
        assert span.replay_from_s >= 0
        assert span.replay_to_s <= length_of(kept) + 0.001
    assert bool(spans) == bool(kept)


@given(aired, cuts, st.lists(st.floats(-60, 260), min_size=2, max_size=20))
def test_time_never_runs_back(aired, cuts, moments):
    spans = make_spans(build(aired, cuts))
    found = [replay_at(spans, at(moment)) for moment in sorted(moments)]
    ends = [one for one in found if one is not None]
    assert ends == sorted(ends)
    assert found[: len(ends)] == ends, "None only stands behind the end"


@given(aired, cuts, st.floats(0, 0.999))
@example([(0, 1.953125, False), (0, 1.1015625, False), (-3, 3.0, False)], (0, 0.0, 0.0), 0.75)
def test_there_and_back(aired, cuts, share):
    for span in make_spans(build(aired, cuts)):
        spans = make_spans(build(aired, cuts))
        wall = span.wall_from + share * (span.wall_to - span.wall_from)
        second = replay_at(spans, wall)
        assert span.replay_from_s <= second <= span.replay_to_s
        assert abs(wall_at(spans, second) - wall) <= timedelta(microseconds=2)


@given(aired, cuts, st.floats(0, 0.999))
def test_back_and_there(aired, cuts, share):
    spans = make_spans(build(aired, cuts))
    for span in spans:
        second = span.replay_from_s + share * (span.replay_to_s - span.replay_from_s)
        assert abs(replay_at(spans, wall_at(spans, second)) - second) <= 2e-6


@given(aired, cuts)
def test_what_is_shown_is_where_it_is_shown(aired, cuts):
    """The middle of each kept segment lies in the replay where the manifest plays it."""
    kept = build(aired, cuts)
    spans, plays_s, last = make_spans(kept), 0.0, None
    for segment in kept:
        is_new = last is None or shown_at(segment) >= last
        if is_new:
            middle = shown_at(segment) + (shown_until(segment) - shown_at(segment)) / 2
            found = replay_at(spans, middle)
            assert abs(found - (plays_s + segment.length_s / 2)) <= 0.26
        plays_s += segment.length_s
        last = max(last or shown_until(segment), shown_until(segment))


SPANS = [Span(at(10), at(20), 0.0), Span(at(50), at(60), 12.0)]


def test_an_instant_in_a_cut_is_the_next_kept_second():
    assert replay_at(SPANS, at(0)) == 0.0
    assert replay_at(SPANS, at(15)) == 5.0
    assert replay_at(SPANS, at(20)) == 12.0
    assert replay_at(SPANS, at(49)) == 12.0
    assert replay_at(SPANS, at(59.5)) == 21.5


def test_behind_the_end_there_is_nothing():
    assert replay_at(SPANS, at(60)) is None
    assert wall_at(SPANS, 22) is None
    assert (replay_at([], at(0)), wall_at([], 0)) == (None, None)


def test_a_second_in_no_span_is_the_beginning_of_the_next():
    assert wall_at(SPANS, 11) == at(50)
    assert wall_at(SPANS, 0) == at(10)
    assert wall_at(SPANS, -1) == at(10)
