"""Movements add up to what is left, in whatever order the provider told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fundraising.domain.gift_movements import movements_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def told(gift) -> list[tuple[int, int]]:
    gift.refresh_from_db()
    return [((one.at - NOON).days, one.cents) for one in movements_of(gift)]


def test_paid_and_given_back_in_parts(make_gift, tell):
    gift = make_gift()
    assert told(gift) == []
    tell(gift, occurred_at=NOON)
    tell(gift, "refunded", 5_00, refund_ref="a", occurred_at=NOON + timedelta(days=40))
    tell(gift, "refunded", 5_00, refund_ref="a", occurred_at=NOON + timedelta(days=50))
    tell(gift, "refunded", 99_00, refund_ref="b", occurred_at=NOON + timedelta(days=60))
    assert told(gift) == [(0, 20_00), (40, -5_00), (60, -15_00)]


def test_a_refund_that_was_told_first(make_gift, tell):
    gift = make_gift()
    tell(gift, "refunded", 5_00, refund_ref="a", occurred_at=NOON - timedelta(days=1))
    tell(gift, occurred_at=NOON)
    assert told(gift) == [(0, 20_00), (0, -5_00)]


def test_refunds_told_as_one_growing_sum_and_a_complaint_that_was_won(make_gift, tell):
    gift = make_gift()
    steps = (("paid", 20_00, ""), ("refunded", 5_00, "ch"), ("refunded", 8_00, "ch"),
             ("contested", 12_00, "d"), ("restored", 12_00, "d"))  # fmt: skip
    for day, (kind, cents, ref) in enumerate(steps):
        tell(gift, kind, cents, refund_ref=ref, occurred_at=NOON + timedelta(days=day))
    assert told(gift) == [(0, 20_00), (1, -5_00), (2, -3_00), (3, -12_00), (4, 12_00)]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["paid", "refused", "refunded", "contested", "restored"]),
            st.integers(0, 40_00),
            st.sampled_from("abc"),
            st.integers(-5, 5),
        ),
        max_size=12,
    )
)
def test_they_add_up(make_gift, tell, story):
    gift = make_gift()
    for kind, cents, ref, day in story:
        tell(gift, kind, cents, refund_ref=ref, occurred_at=NOON + timedelta(days=day))
    gift.refresh_from_db()
    assert sum(one.cents for one in movements_of(gift)) == gift.net_cents
