"""Tables for the books: a period's movements, and sums that add up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from audience.domain.reports.period import Period
from campaigns.models import Organisation
from fundraising.domain.gift_tables import days_table, movements_table
from fundraising.domain.issue_receipt import Donor, issue_receipt

pytestmark = pytest.mark.django_db
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def receiver(issuer, make_gift, tell) -> Organisation:
    first = make_gift(provider_ref="pay_1")
    # Half past eleven in the evening in Paris is still the day before.
    tell(first, occurred_at=datetime(2026, 3, 1, 22, 30, tzinfo=UTC))
    issue_receipt(first, Donor("Zoé", "1 rue"))
    tell(first, "refunded", 5_01, refund_ref="re_1", occurred_at=datetime(2026, 3, 9, tzinfo=UTC))
    late = make_gift(amount_cents=10)
    tell(late, occurred_at=datetime(2026, 3, 31, 22, 30, tzinfo=UTC))
    early = make_gift(amount_cents=30)
    tell(early, occurred_at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    tell(early, "refunded", refund_ref="re_2", occurred_at=datetime(2026, 4, 2, tzinfo=UTC))
    tell(make_gift(is_test=True), occurred_at=datetime(2026, 3, 2, tzinfo=UTC))
    return issuer.organisation


def test_each_movement_on_its_own_day(receiver):
    rows = [tuple(row) for row in movements_table(receiver, MARCH).rows]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("2026-03-01", Decimal("0.30"), Decimal("0.00")),
        ("2026-03-01", Decimal("20.00"), Decimal("0.00")),
        ("2026-03-09", Decimal("0.00"), Decimal("5.01")),
    ]
    assert "annulé" in rows[1][7]
    assert (rows[2][4], rows[2][9], rows[2][10]) == ("EUR", "pay_1", "re_1")
    april = movements_table(receiver, Period(date(2026, 4, 1), date(2026, 4, 30))).rows
    assert [row[0] for row in april] == ["2026-04-01", "2026-04-02"]


def test_sums_add_up(receiver):
    rows = [tuple(row) for row in days_table(receiver, MARCH).rows]
    assert rows[-1][1:] == ("EUR", 2, Decimal("20.30"), Decimal("5.01"), Decimal("15.29"))
    for place in (2, 3, 4, 5):
        assert sum(row[place] for row in rows[:-1]) == rows[-1][place]


def test_of_others_nothing(receiver):
    other = Organisation.objects.create(name="Une autre")
    assert list(movements_table(other, MARCH).rows) == []
    assert list(days_table(other, MARCH).rows) == []
