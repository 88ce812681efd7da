"""What must be right before a pledge binds; `test_activate_pledge` goes through each refusal."""

from datetime import UTC, date, datetime

import pytest

from campaigns.domain.check_pledge import check_against_old, check_dates, check_terms
from campaigns.models import Pledge
from campaigns.refusals import DueBeforeEnd, GivesLessThanBefore

pytestmark = pytest.mark.django_db
END = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)


def test_the_delivery_may_be_due_on_the_last_day_here():
    """The pledge ends at half past midnight of 1 July in Paris."""
    dates = {"starts_at": datetime(2026, 6, 1, tzinfo=UTC), "ends_at": END}
    check_dates(Pledge(**dates, delivery_due_on=date(2026, 7, 1)), dates["starts_at"])
    with pytest.raises(DueBeforeEnd):
        check_dates(Pledge(**dates, delivery_due_on=date(2026, 6, 30)), dates["starts_at"])


def test_a_pledge_that_gives_is_fine(make_pledge):
    check_terms(make_pledge())


def test_equal_is_enough(make_pledge):
    old = make_pledge(tally=3, unlocked=6_000)
    check_against_old(make_pledge(), old)
    with pytest.raises(GivesLessThanBefore):
        check_against_old(make_pledge(cap=5_999), old)
