"""Gifts are found by each thing that is known of them."""

from datetime import UTC, datetime

import pytest

from fundraising.domain.find_gifts import GiftWish, find_gifts

pytestmark = pytest.mark.django_db


def test_each_wish_narrows(make_page_of, make_gift, make_fund):
    page, other = make_page_of(), make_page_of(title="Lulu fête", fund=make_fund("Payer juste"))
    late = datetime(2026, 11, 3, 22, 30, tzinfo=UTC)
    first = make_gift(page, name="Inès", provider_ref="pi_1", state="paid", begun_at=late)
    second = make_gift(other, provider="stripe-pont", is_test=True,
                       begun_at=datetime(2026, 11, 5, tzinfo=UTC))  # fmt: skip

    def found(**wish: object) -> list[object]:
        return list(find_gifts(GiftWish(**wish)))

    assert found() == [second, first]
    assert found(words=first.key[:6]) == found(words=" pi_1 ") == found(words="inès") == [first]
    assert found(words="lulu") == found(provider="stripe-pont") == found(is_test=True) == [second]
    assert found(state="paid") == found(is_test=False) == found(fund=page.fund) == [first]
    # Days are those of the team's clock.
    day = datetime(2026, 11, 3, tzinfo=UTC).date()
    assert found(first=day, last=day) == [first]
    assert found(last=day.replace(day=2)) == []
    assert found(first=day.replace(day=4)) == [second]
    assert found(words="%") == []
