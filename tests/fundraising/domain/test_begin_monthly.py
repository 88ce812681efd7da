"""Beginning a monthly gift: a standing order that waits, once a form, where there can be one."""

import pytest

from fundraising.domain.begin_gift import Wish
from fundraising.domain.begin_monthly import begin_monthly
from fundraising.gateways.trial_provider import checkout_in
from fundraising.models import Donation, RecurringGift
from fundraising.refusals import NoGiftsNow, NoMonthlyHere
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish() -> Wish:
    words = {"message": "Cours  vite", "email": "ines@example.org", "language": "en-gb"}
    return Wish(new_key(), 12_50, "name", " Inès ", is_monthly=True, **words)


def test_a_standing_order_that_waits_and_where_it_is_paid(page_with_gifts, wish):
    address = begin_monthly(page_with_gifts, wish, "")
    order = RecurringGift.objects.get()
    assert (order.amount_cents, order.state, order.is_test, order.name, order.message) == (
        12_50, "pending", True, "Inès", "Cours vite",
    )  # fmt: skip
    assert (order.email, order.language) == ("ines@example.org", "en")
    checkout = checkout_in(address.split("/")[-2])
    assert (checkout.reference, checkout.is_monthly) == (order.key, True)
    begin_monthly(page_with_gifts, wish, "")
    assert RecurringGift.objects.count() == 1
    assert not Donation.objects.exists()


def test_only_where_gifts_can_come_back(fund, fundraiser, helloasso_account, wish):
    with pytest.raises(NoGiftsNow):
        begin_monthly(fundraiser, wish, "")
    fund.provider = helloasso_account.key
    fund.save()
    fundraiser.refresh_from_db()
    with pytest.raises(NoMonthlyHere):
        begin_monthly(fundraiser, wish, "")
    assert not RecurringGift.objects.exists()
