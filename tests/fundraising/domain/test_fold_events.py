"""What a gift amounts to: the same in whatever order, and however often, it is told."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fundraising.domain.fold_events import Sums, fold_events
from fundraising.enums import EventKind, GiftState
from fundraising.models import ProviderEvent


def event(kind: str, cents: int = 0, ref: str = "", day: int = 1) -> ProviderEvent:
    at = datetime(2026, 11, day, tzinfo=UTC)
    return ProviderEvent(kind=kind, amount_cents=cents, refund_ref=ref, occurred_at=at)


PAID = event("paid", 20_00)


@pytest.mark.parametrize(
    ("events", "sums"),
    [
        ([], (0, 0, "pending")),
        ([event("refused", 20_00)], (0, 0, "refused")),
        ([event("cancelled")], (0, 0, "cancelled")),
        ([event("refused", 20_00), PAID], (20_00, 0, "paid")),
        ([PAID, PAID], (20_00, 0, "paid")),
        ([PAID, event("refunded", 5_00, "a")], (20_00, 5_00, "part")),
        ([PAID, event("refunded", 5_00, "a"), event("refunded", 5_00, "a")], (20_00, 5_00, "part")),
        ([PAID, event("refunded", 15_00, "a"), event("refunded", 5_00, "b")],
         (20_00, 20_00, "refunded")),
        ([event("refunded", 20_00, "a"), PAID], (20_00, 20_00, "refunded")),
        ([event("refunded", 20_00, "a")], (0, 0, "pending")),
        ([PAID, event("refunded", 20_00, "a"), PAID], (20_00, 20_00, "refunded")),
        ([PAID, event("refunded", 99_00, "a")], (20_00, 20_00, "refunded")),
        ([PAID, event("cancelled")], (20_00, 0, "paid")),
        ([PAID, event("contested", 20_00, "d")], (20_00, 20_00, "contested")),
        ([event("contested", 20_00, "d"), PAID], (20_00, 20_00, "contested")),
        ([PAID, event("contested", 0, "d")], (20_00, 0, "contested")),
        ([PAID, event("contested", 20_00, "d"), event("restored", 20_00, "d")], (20_00, 0, "paid")),
        ([event("restored", 20_00, "d"), event("contested", 20_00, "d"), PAID], (20_00, 0, "paid")),
        ([PAID, event("contested", 20_00, "d"), event("refunded", 20_00, "d")],
         (20_00, 20_00, "refunded")),
        ([PAID, event("contested", 15_00, "d"), event("refunded", 15_00, "a")],
         (20_00, 20_00, "contested")),
        ([event("contested", 20_00, "d")], (0, 0, "pending")),
        ([PAID, event("restored", 20_00, "d"), event("contested", 20_00, "d", 2)],
         (20_00, 20_00, "contested")),
        ([PAID, event("restored", 20_00, "d"), event("contested", 20_00, "d", 2),
          event("restored", 20_00, "d", 3)], (20_00, 0, "paid")),
    ],
)  # fmt: skip
def test_sums(events, sums):
    assert fold_events(events) == Sums(sums[0], sums[1], GiftState(sums[2]))


EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from(EventKind.values),
        st.integers(min_value=0, max_value=50_000_00),
        st.sampled_from("abc"),
        st.integers(1, 3),
    ),
    max_size=12,
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matter(events, rng: random.Random):
    again = events + [rng.choice(events) for _ in range(5) if events]
    rng.shuffle(again)
    assert fold_events(again) == fold_events(events)


@given(EVENTS)
def test_never_more_given_back_than_paid(events):
    sums = fold_events(events)
    assert 0 <= sums.refunded_cents <= sums.paid_cents
    assert (sums.state in ("paid", "part", "refunded", "contested")) is (sums.paid_cents > 0)
