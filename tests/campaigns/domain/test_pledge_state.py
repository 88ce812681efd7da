"""A word is kept, late or broken by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.pledge_state import PATIENCE, move_to_state_due, state_due
from campaigns.enums import PledgeState
from campaigns.models import Pledge

END = datetime(2026, 6, 30, 22, tzinfo=UTC)
DUE = date(2026, 9, 30)
LIVES = st.sampled_from(
    [PledgeState.ACTIVE, PledgeState.CAPPED, PledgeState.EXPIRED, PledgeState.LATE]
)


def pledge(state: str, unlocked: int = 10, delivered: int = 0) -> Pledge:
    return Pledge(
        state=state, unlocked=unlocked, delivered=delivered, ends_at=END, delivery_due_on=DUE
    )


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "delivered", "now", "due"),
    [
        ("active", 0, END - timedelta(seconds=1), "active"),
        ("capped", 10, END - timedelta(seconds=1), "capped"),
        ("active", 0, END, "expired"),
        ("capped", 0, END, "expired"),
        ("active", 10, END, "settled"),
        ("expired", 9, at(DUE), "expired"),
        ("expired", 9, at(DUE + timedelta(days=1)), "late"),
        ("capped", 9, at(DUE + timedelta(days=1)), "late"),
        ("late", 9, at(DUE + PATIENCE), "late"),
        ("late", 9, at(DUE + PATIENCE + timedelta(days=1)), "broken"),
        ("late", 10, at(DUE + timedelta(days=9)), "settled"),
        ("settled", 9, at(DUE + timedelta(days=9)), "late"),
        ("broken", 10, at(DUE + timedelta(days=200)), "broken"),
        ("draft", 0, at(DUE + timedelta(days=200)), "draft"),
        ("amended", 0, at(DUE + timedelta(days=200)), "amended"),
    ],
)
def test_what_the_dates_call_for(state, delivered, now, due):
    assert state_due(pledge(state, delivered=delivered), now) == due


def test_a_pledge_that_gave_nothing_has_nothing_left_to_do():
    assert state_due(pledge("active", unlocked=0), END) == "settled"


@given(LIVES, st.integers(0, 10), st.integers(-400, 400))
def test_asking_twice_changes_nothing_more(state, delivered, days):
    one, now = pledge(state, delivered=delivered), at(DUE + timedelta(days=days))
    move_to_state_due(one, now)
    assert not move_to_state_due(one, now)
    assert (one.closed_at is None) == (one.state == state)


@given(LIVES, st.integers(0, 10), st.integers(-400, 400), st.integers(0, 400))
def test_it_does_not_matter_how_often_the_clock_looks(state, delivered, days, later):
    """Looking now and later gives the same as looking later only."""
    twice, once = pledge(state, delivered=delivered), pledge(state, delivered=delivered)
    first, last = at(DUE + timedelta(days=days)), at(DUE + timedelta(days=days + later))
    move_to_state_due(twice, first)
    for one in (twice, once):
        move_to_state_due(one, last)
    assert twice.state == once.state
