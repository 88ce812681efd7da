"""The arithmetic of contracts, with the two readings of the vegetable grower."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.clauses import Term, Terms, terms_from

KG = 1_000
LINEAR = Terms((Term("base", 110_000 * KG), Term("per_act", 2 * KG)), cap=150_000 * KG)
THRESHOLD = Terms(
    (Term("base", 110_000 * KG), Term("threshold", 40_000 * KG, acts=20_000)), cap=150_000 * KG
)


@pytest.mark.parametrize(
    ("acts", "linear_kg", "threshold_kg"),
    [
        (0, 110_000, 110_000),
        (1, 110_002, 110_000),
        (10_000, 130_000, 110_000),
        (19_999, 149_998, 110_000),
        (20_000, 150_000, 150_000),
        (20_001, 150_000, 150_000),
        (1_000_000, 150_000, 150_000),
    ],
)
def test_the_vegetable_grower(acts, linear_kg, threshold_kg):
    assert LINEAR.units(acts) == linear_kg * KG
    assert THRESHOLD.units(acts) == threshold_kg * KG


def test_what_one_act_gives():
    assert (LINEAR.gift(1), LINEAR.gift(20_000), LINEAR.gift(20_001)) == (2_000, 2_000, 0)
    assert (THRESHOLD.gift(19_999), THRESHOLD.gift(20_000)) == (0, 40_000 * KG)


def test_where_acts_stop_adding():
    assert LINEAR.acts_to_the_end == THRESHOLD.acts_to_the_end == 20_000
    assert Terms((Term("base", 5),), cap=10).acts_to_the_end == 0


def test_the_last_act_before_the_cap_gives_what_is_left():
    terms = Terms((Term("per_act", 3),), cap=10)
    assert [terms.gift(number) for number in range(1, 6)] == [3, 3, 3, 1, 0]


def test_a_match_adds_to_what_the_acts_gave_and_not_to_the_rest():
    terms = Terms((Term("base", 100), Term("per_act", 10), Term("match", 50, cap=20)), cap=1_000)
    assert [terms.units(number) for number in (0, 1, 4, 9)] == [100, 115, 160, 210]


def test_terms_are_read_from_rows():
    assert terms_from([("threshold", 4, 2, None), ("base", 1, None, None)], 9) == Terms(
        (Term("threshold", 4, acts=2), Term("base", 1)), cap=9
    )


quantities = st.integers(0, 10**9)
clauses = st.one_of(
    st.builds(Term, st.just("base"), quantities),
    st.builds(Term, st.just("per_act"), st.integers(0, 10**5), cap=st.none() | quantities),
    st.builds(Term, st.just("threshold"), quantities, acts=st.integers(1, 10**6)),
    st.builds(Term, st.just("match"), st.integers(0, 300), cap=st.none() | quantities),
)
contracts = st.builds(Terms, st.lists(clauses, max_size=5).map(tuple), st.integers(1, 10**10))
tallies = st.integers(0, 2 * 10**6)


@given(contracts, tallies, st.integers(1, 1000))
def test_more_acts_never_give_less_and_never_more_than_the_cap(terms, tally, more):
    assert 0 <= terms.units(tally) <= terms.units(tally + more) <= terms.cap


@given(contracts, st.integers(0, 500), st.integers(0, 500))
def test_gifts_of_single_acts_add_up(terms, start, count):
    gifts = sum(terms.gift(start + number) for number in range(1, count + 1))
    assert gifts == terms.units(start + count) - terms.units(start)


@given(contracts, tallies)
def test_nothing_is_added_after_the_end_and_something_by_the_act_before(terms, more):
    end = terms.acts_to_the_end
    assert terms.units(end + more) == terms.units(end) == terms.reachable
    if end:
        assert terms.gift(end) > 0
