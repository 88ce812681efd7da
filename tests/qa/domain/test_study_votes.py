"""Bursts, fresh ballots and loud networks are found; what is usual is not."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.domain.count_votes import Counts
from qa.domain.study_votes import (
    MOST_BARS,
    Burst,
    Network,
    find_bursts,
    in_bars,
    study_votes,
)
from qa.models import Vote

AT = datetime(2026, 11, 28, 20, tzinfo=UTC)


def minute(number: int) -> datetime:
    return AT + timedelta(minutes=number)


def test_neighbouring_minutes_are_one_burst():
    votes = {minute(n): 2 for n in range(30)} | {minute(7): 40, minute(8): 30, minute(20): 12}
    assert find_bursts(votes, 2) == [
        Burst(minute(7), minute(9), 70), Burst(minute(20), minute(21), 12)
    ]  # fmt: skip


@pytest.mark.parametrize("votes", [{}, {AT: 9}, {minute(n): 50 for n in range(9)}])
def test_what_is_usual_is_no_burst(votes):
    assert find_bursts(votes, 50) == []


@given(st.dictionaries(st.integers(0, 20_000), st.integers(1, 99), min_size=1))
def test_bars_hold_every_vote(votes):
    bars = in_bars({minute(number): count for number, count in votes.items()})
    assert sum(bars.votes) == sum(votes.values())
    assert len(bars.votes) <= MOST_BARS
    assert bars.starts_at == minute(min(votes))


@pytest.mark.django_db
@pytest.mark.databases
def test_votes_of_a_question(make_question, make_vote):
    question = make_question()
    for number in range(20):
        make_vote(question, f"v{number}", network="loud", cast_at=AT, voter_since=AT)
    make_vote(question, "calm", network="calm", cast_at=minute(9), voter_since=minute(-99))
    make_vote(question, "back", 0, cast_at=AT)
    make_vote(question, "aside", is_excluded=True, cast_at=AT)
    study = study_votes(Vote.objects.all())
    assert study.counts == Counts(valid=21, taken_back=1, aside=1)
    assert (study.fresh, study.with_network) == (20, 21)
    assert study.fresh_share == 20 / 21
    assert study.networks == [Network("loud", 20)]
    # Of two minutes the usual one lies between: nothing is five times as much.
    assert study.bursts == []
    assert sum(study.bars.votes) == 21


@pytest.mark.django_db
@pytest.mark.databases
def test_no_votes_at_all():
    study = study_votes(Vote.objects.all())
    assert (study.counts, study.fresh_share, study.bars) == (Counts(0, 0, 0), 0.0, None)
