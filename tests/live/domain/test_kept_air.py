"""What of a run makes its replay: all but long slates and what is trimmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live.domain.kept_air import kept_air, length_of, trimmed, untrimmed_air, without_long_slates
from live.models import AirSegment
from tests.live.replays import make_replay

pytestmark = pytest.mark.django_db


def numbers(segments):
    return [segment.number for segment in segments]


@pytest.fixture
def make(house):
    def make(aired, **values):
        recording = make_replay(house.home, aired)
        for name, value in values.items():
            setattr(recording, name, value)
        return recording

    return make


def test_everything(make):
    assert numbers(kept_air(make("aaabb"))) == [0, 1, 2, 3, 4]


def test_a_short_slate_stays_a_long_one_goes(make):
    recording = make("aa--bb---cc", slate_cut_s=2)
    assert numbers(kept_air(recording)) == [0, 1, 2, 3, 4, 5, 9, 10]


def test_usually_thirty_seconds_of_slate_stay(make):
    assert len(kept_air(make("a" + "-" * 30 + "a"))) == 32
    assert len(kept_air(make("a" + "-" * 31 + "a"))) == 2


def test_trims_are_cut_from_what_is_left_without_slates(make):
    recording = make("---aaaaaa", slate_cut_s=1, head_trim_s=2, tail_trim_s=1)
    assert numbers(kept_air(recording)) == [5, 6, 7]
    assert numbers(untrimmed_air(recording)) == [3, 4, 5, 6, 7, 8]


def test_a_segment_is_whole_or_gone(make):
    assert numbers(kept_air(make("aaaa", head_trim_s=1.4))) == [1, 2, 3]
    assert numbers(kept_air(make("aaaa", head_trim_s=1.6))) == [2, 3]


def test_no_queries_a_segment(make, django_assert_num_queries):
    recording = make("aabb--cc")
    with django_assert_num_queries(1):
        assert {one.source.session.feed_id for one in kept_air(recording) if one.source}


def test_nothing_was_on_air(make):
    assert kept_air(make("")) == []


lengths = st.lists(st.floats(0.1, 8), max_size=30)


@given(lengths, st.floats(0, 100), st.floats(0, 100))
def test_trimming_is_within_half_a_segment(lengths_s, head_s, tail_s):
    segments = [AirSegment(number=n, length_s=one) for n, one in enumerate(lengths_s)]
    whole_s = length_of(segments)
    kept = trimmed(segments, head_s, tail_s)
    wanted_s = max(0.0, whole_s - head_s - tail_s)
    assert abs(length_of(kept) - wanted_s) <= max(lengths_s, default=0) + 1e-6
    assert numbers(kept) == list(range(kept[0].number, kept[-1].number + 1)) if kept else True


@given(st.text("a-", max_size=40), st.integers(0, 10))
def test_only_slates_are_cut(aired, longest_s):
    segments = [
        AirSegment(number=n, length_s=1.0, source_id=None if sign == "-" else 1)
        for n, sign in enumerate(aired)
    ]
    kept = numbers(without_long_slates(segments, longest_s))
    assert [n for n, sign in enumerate(aired) if sign == "a"] == [
        n for n in kept if aired[n] == "a"
    ]
    shown = "".join(aired[n] for n in kept)
    assert max((len(run) for run in shown.split("a")), default=0) <= max(longest_s, 0)
