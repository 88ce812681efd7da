"""Where a monthly gift stands: the same in whatever order, and however often, it is told."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.fold_order import fold_order
from fundraising.enums import MonthlyEventKind
from fundraising.models import RecurringEvent


def at(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


def event(kind: str, day: int = 1) -> RecurringEvent:
    return RecurringEvent(kind=kind, occurred_at=at(day))


@pytest.mark.parametrize(
    ("events", "paid", "state", "started", "ended"),
    [
        ([], [], "pending", None, None),
        ([event("started")], [], "active", 1, None),
        ([], [2], "active", 2, None),
        ([event("started", 2)], [1], "active", 1, None),
        ([event("cancelled", 2)], [], "ended", None, 2),
        ([event("failed", 2)], [], "ended", None, 2),
        ([event("cancelled"), event("started", 2)], [2], "active", 2, None),
        ([event("failed"), event("started", 2)], [2], "active", 2, None),
        ([event("started"), event("failed", 3)], [1], "past_due", 1, None),
        ([event("started"), event("failed", 3)], [1, 4], "active", 1, None),
        ([event("started"), event("failed", 3)], [1, 3], "active", 1, None),
        ([event("started"), event("ended", 5)], [1], "ended", 1, 5),
        ([event("ended", 5), event("failed", 6)], [1, 7], "ended", 1, 5),
        ([event("ended", 5)], [], "ended", None, 5),
    ],
)
def test_standing(events, paid, state, started, ended):
    standing = fold_order(events, map(at, paid))
    assert standing.state == state
    assert standing.started_at == (at(started) if started else None)
    assert standing.ended_at == (at(ended) if ended else None)


EVENTS = st.lists(
    st.builds(event, st.sampled_from(MonthlyEventKind.values), st.integers(1, 9)), max_size=8
)


@given(EVENTS, st.lists(st.integers(1, 9), max_size=4), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matter(events, paid, rng: random.Random):
    again = events + [rng.choice(events) for _ in range(3) if events]
    rng.shuffle(again)
    assert fold_order(again, map(at, reversed(paid))) == fold_order(events, map(at, paid))
