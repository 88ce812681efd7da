"""Small figures are hidden, and nobody can compute them, whatever they know of the rule."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.reports.small_cells import coarse, hide_small


def exact(counts, least=10):
    """What a reader would know who saw the visible figures unrounded: more than we show."""
    return [
        None if shown is None else count
        for count, shown in zip(counts, hide_small(counts, least), strict=True)
    ]


def has_twin(counts, place, least=10):
    """Say whether another table, with one less at `place`, looks the same and has the same sum."""
    seen = exact(counts, least)
    for other in range(len(counts)):
        if other != place:
            twin = list(counts)
            twin[place] -= 1
            twin[other] += 1
            if exact(twin, least) == seen:
                return True
    return False


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([], []),
        ([10, 127], [10, 120]),
        ([9], [None]),
        ([127], [120]),
        ([3, 127, 50], [None, None, 50]),
        ([127, 50, 3], [None, 50, None]),
        ([0, 9, 40, 30], [None, None, None, 30]),
        ([9, 9, 9], [None, None, None]),
    ],
)
def test_what_is_shown(counts, shown):
    assert hide_small(counts) == shown


def test_what_goes_along_is_chosen_by_place_never_by_size():
    assert hide_small([9, 30, 20, 90]) == [None, None, 20, 90]
    assert hide_small([9, 90, 20, 30]) == [None, None, 20, 30]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=12), st.data())
def test_no_hidden_figure_can_be_computed(counts, data):
    small = [place for place, count in enumerate(counts) if 1 <= count < 10]
    if small:
        place = data.draw(st.sampled_from(small))
        assert hide_small(counts)[place] is None
        assert has_twin(counts, place)


def test_in_all_small_tables():
    for size in (2, 3, 4):
        for counts in product(range(7), repeat=size):
            for place, count in enumerate(counts):
                if 1 <= count < 3:
                    assert has_twin(counts, place, least=3), (counts, place)


def test_hiding_only_the_small_one_would_not_do():
    """The check above finds a rule that tells: with one hidden, the sum gives it away."""
    counts = [3, 50, 60]
    alone = [None, 50, 60]
    twins = [
        table
        for table in product(range(61), repeat=3)
        if sum(table) == sum(counts) and [None if count < 10 else count for count in table] == alone
    ]
    assert twins == [(3, 50, 60)]


@given(st.lists(st.integers(0, 500), max_size=12))
def test_what_is_visible_is_never_more_than_the_truth(counts):
    for count, shown in zip(counts, hide_small(counts), strict=True):
        assert shown is None or (0 <= count - shown < 10 and shown % 10 == 0)


@given(st.integers(10, 10_000), st.integers(0, 9))
def test_two_reports_do_not_tell_how_many_came_between(count, more):
    """Whatever the difference of two figures, more than one number of acts fits it."""
    difference = (coarse(count + more) or 0) - (coarse(count) or 0)
    fitting = {
        late - early
        for early in range(count - count % 10, count - count % 10 + 10)
        for late in range(early, early + 20)
        if (coarse(late) or 0) - (coarse(early) or 0) == difference
    }
    assert len(fitting) >= 10


def test_a_figure_alone():
    assert [coarse(count) for count in (0, 9, 10, 19, 20)] == [None, None, 10, 10, 20]
