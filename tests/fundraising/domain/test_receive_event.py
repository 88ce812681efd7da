"""A telling is kept once; gift and page follow in the same transaction."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fundraising.domain.receive_event import receive_event
from fundraising.domain.recount_gifts import recount_gifts
from fundraising.enums import GiftState
from fundraising.gateways.payments import Notification
from fundraising.models import Donation, Fundraiser, ProviderEvent
from fundraising.refusals import GiftUnknown, WrongCurrency

pytestmark = pytest.mark.django_db


def totals(page: Fundraiser) -> tuple[int, int, int, int]:
    page.refresh_from_db()
    return page.total_cents, page.gift_count, page.test_total_cents, page.test_gift_count


def test_paid_then_partly_then_wholly_given_back(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser)
    assert totals(fundraiser) == (0, 0, 0, 0)
    assert tell(gift)
    assert totals(fundraiser) == (20_00, 1, 0, 0)
    tell(gift, "refunded", 5_50, refund_ref="a")
    assert totals(fundraiser) == (14_50, 1, 0, 0)
    tell(gift, "refunded", 14_50, refund_ref="b")
    assert totals(fundraiser) == (0, 0, 0, 0)
    tell(gift)
    assert totals(fundraiser) == (0, 0, 0, 0)
    gift.refresh_from_db()
    assert (gift.state, gift.paid_cents, gift.refunded_cents) == (GiftState.REFUNDED, 2000, 2000)


def test_told_again_nothing_changes(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser)
    assert tell(gift, event_id="same")
    assert not tell(gift, event_id="same")
    assert not tell(make_gift(fundraiser), event_id="same")
    assert totals(fundraiser) == (20_00, 1, 0, 0)
    assert ProviderEvent.objects.count() == 1


def test_given_back_before_it_was_paid(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser)
    tell(gift, "refunded", 20_00, refund_ref="a")
    assert totals(fundraiser) == (0, 0, 0, 0)
    tell(gift)
    assert totals(fundraiser) == (0, 0, 0, 0)
    gift.refresh_from_db()
    assert gift.state == GiftState.REFUNDED


def test_gifts_without_money_stand_apart(fundraiser, make_gift, tell):
    tell(make_gift(fundraiser, is_test=True))
    tell(make_gift(fundraiser))
    assert totals(fundraiser) == (20_00, 1, 20_00, 1)


def test_what_is_unknown_or_in_another_currency_is_refused(make_gift, tell):
    gift = make_gift()
    with pytest.raises(WrongCurrency):
        tell(gift, currency="USD")
    for values in ({"reference": "unknown"}, {"is_test": True}):
        with pytest.raises(GiftUnknown):
            tell(gift, **values)
    told = Notification("e", "paid", gift.key, 1, "EUR", timezone.now(), False)
    with pytest.raises(GiftUnknown):
        receive_event("another", told)
    assert not ProviderEvent.objects.exists()


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_fifty_tellings_at_once_are_one(fundraiser, make_gift, tell):
    gift = make_gift(fundraiser)
    told = Notification("same", "paid", gift.key, 20_00, "EUR", timezone.now(), False)
    assert at_once([lambda: receive_event("bank", told)] * 50).count(True) == 1
    assert totals(fundraiser) == (20_00, 1, 0, 0)
    assert ProviderEvent.objects.count() == 1


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_many_gifts_and_refunds_at_once_lose_no_cent(fundraiser, make_gift):
    now, deeds = timezone.now(), []
    for number in range(10):
        gift = make_gift(fundraiser, amount_cents=1_01 + number)
        paid = Notification(f"p{number}", "paid", gift.key, 1_01 + number, "EUR", now, False)
        back = Notification(f"r{number}", "refunded", gift.key, 1, "EUR", now, False, "a")
        deeds += [paid, back, paid, back]
    at_once([lambda told=told: receive_event("bank", told) for told in deeds])
    assert totals(fundraiser) == (sum(100 + number for number in range(10)), 10, 0, 0)
    assert recount_gifts(write=False).differences == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.sampled_from(["paid", "refused", "cancelled", "refunded"]),
            st.integers(0, 40_00),
            st.sampled_from("ab"),
            st.integers(0, 6),
        ),
        max_size=15,
    )
)
def test_totals_are_what_the_rows_say(make_page_of, make_gift, tell, story):
    page = make_page_of()
    gifts = [make_gift(page, is_test=number == 2) for number in range(3)]
    for number, kind, cents, ref, name in story:
        tell(gifts[number], kind, cents, refund_ref=ref, event_id=f"{page.pk}-{number}-{name}")
    assert recount_gifts(write=False).differences == []
    net = sum(gift.net_cents for gift in Donation.objects.filter(fundraiser=page, is_test=False))
    assert totals(page)[0] == net


def at_once(deeds: list) -> list:
    """Do all `deeds` in threads of their own, at the same moment; return what they returned."""
    start, results = Barrier(len(deeds)), []

    def run(deed: object) -> None:
        start.wait()
        try:
            results.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == len(deeds)
    return results
