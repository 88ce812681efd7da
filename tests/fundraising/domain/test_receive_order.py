"""A standing order and its months, told in any order and however often."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audience.models import Mail
from fundraising.domain.own_gifts import hide_name
from fundraising.domain.receive_event import receive_event
from fundraising.domain.receive_order import receive_order
from fundraising.domain.recount_gifts import recount_gifts
from fundraising.gateways.payments import Notification, OrderNotification
from fundraising.models import Donation, ProviderEvent, RecurringEvent, RecurringGift
from fundraising.refusals import GiftUnknown, WrongCurrency
from tests.fundraising.domain.test_receive_event import at_once, totals

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def month(
    order: RecurringGift, name: str = "in_1", kind: str = "paid", cents: int = 10_00, **values
):
    usual = {
        "event_id": f"{kind}-{name}-{order.pk}",
        "kind": kind,
        "reference": order.key,
        "amount_cents": cents,
        "currency": "EUR",
        "occurred_at": NOW,
        "is_test": order.is_test,
        "instalment": name,
    }
    return Notification(**usual | values)


def told(order: RecurringGift, kind: str, days: int = 0, **values):
    usual = {
        "event_id": f"{kind}-{days}-{order.pk}",
        "kind": kind,
        "reference": order.key,
        "occurred_at": NOW + timedelta(days=days),
        "is_test": order.is_test,
        "order_ref": "sub_1",
    }
    return OrderNotification(**usual | values)


def tell(order: RecurringGift, *tellings) -> None:
    for one in tellings:
        receive = receive_order if isinstance(one, OrderNotification) else receive_event
        receive(order.provider, one)
    order.refresh_from_db()


def test_each_paid_month_is_a_gift_of_its_own(fundraiser, make_order):
    order = make_order(fundraiser, name="Zoé", visibility="name", message="Cours !")
    assert totals(fundraiser) == (0, 0, 0, 0)
    tell(order, told(order, "started"), month(order), month(order, "in_2"))
    assert totals(fundraiser) == (20_00, 2, 0, 0)
    assert (order.state, order.provider_ref) == ("active", "sub_1")
    first, second = order.gifts.order_by("pk")
    assert (first.name, first.message, first.is_repeat) == ("Zoé", "Cours !", False)
    # Nobody reads the same words each month, or is asked to thank for each.
    assert (second.name, second.message, second.is_repeat) == ("Zoé", "", True)
    tell(order, month(order, "in_2", "refunded", 10_00, refund_ref="r"))
    assert totals(fundraiser) == (10_00, 1, 0, 0)
    tell(order, month(order, "in_2", event_id="again"))
    assert totals(fundraiser) == (10_00, 1, 0, 0)


def test_in_whatever_order_it_ends_the_same(make_page_of, make_order):
    for story in permutations(range(4)):
        order = make_order(make_page_of(), provider_ref="")
        tellings = (
            told(order, "started"),
            month(order, f"in_{order.pk}"),
            month(order, f"in_{order.pk}", "refunded", 4_00, refund_ref="r"),
            told(order, "ended", 3),
        )
        tell(order, *(tellings[number] for number in story))
        assert (order.state, order.started_at, order.ended_at) == (
            "ended", NOW, NOW + timedelta(days=3),
        )  # fmt: skip
        assert totals(order.fundraiser) == (6_00, 1, 0, 0)


def test_a_month_alone_lets_it_be_stopped(make_order):
    order = make_order()
    tell(order, month(order, order_ref="sub_1"))
    assert (order.state, order.provider_ref) == ("active", "sub_1")


def test_a_month_that_failed_and_is_paid_after_all(make_order):
    order = make_order(email="zoe@example.org")
    tell(order, told(order, "started"), month(order), told(order, "failed", 30))
    assert order.state == "past_due"
    tell(order, month(order, "in_2", occurred_at=NOW + timedelta(days=31)))
    assert order.state == "active"
    tell(order, told(order, "ended", 60))
    occasions = Mail.objects.order_by("pk").values_list("occasion", flat=True)
    assert list(occasions) == ["monthly_begun", "monthly_failed", "monthly_ended"]


def test_what_never_began_is_not_written_of(make_order):
    order = make_order(email="zoe@example.org")
    tell(order, told(order, "cancelled"))
    assert (order.state, order.started_at) == ("ended", None)
    assert not Mail.objects.exists()


def test_what_is_unknown_or_in_another_currency_is_refused(make_order, make_gift):
    order, gift = make_order(), make_gift()
    for one in (month(order, reference=gift.key), month(order, is_test=True)):
        with pytest.raises(GiftUnknown):
            receive_event("bank", one)
    with pytest.raises(WrongCurrency):
        receive_event("bank", month(order, currency="USD"))
    with pytest.raises(GiftUnknown):
        receive_order("another", told(order, "started"))
    tell(order, month(order))
    with pytest.raises(GiftUnknown):
        receive_event("bank", month(make_order()))
    assert Donation.objects.count() == 2


def test_months_without_money_stand_apart(fundraiser, make_order):
    order = make_order(fundraiser, is_test=True)
    tell(order, month(order))
    assert totals(fundraiser) == (0, 0, 10_00, 1)


def test_a_hidden_name_stays_hidden_next_month(fundraiser, make_order):
    order = make_order(fundraiser, name="Zut", visibility="alias")
    tell(order, month(order))
    hide_name(fundraiser, order.gifts.get().pk, True)
    tell(order, month(order, "in_2"))
    assert {gift.shown_name for gift in order.gifts.all()} == {""}


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_fifty_tellings_at_once_are_one_month(fundraiser, make_order):
    order = make_order(fundraiser)
    deeds = [lambda: receive_event("bank", month(order))] * 50
    assert at_once(deeds).count(True) == 1
    # Told by two webhooks, under two names: still one month.
    twice = [
        lambda number=number: receive_event("bank", month(order, event_id=f"evt-{number}"))
        for number in range(10)
    ]
    at_once(twice + [lambda: receive_order("bank", told(order, "started"))] * 10)
    assert totals(fundraiser) == (10_00, 1, 0, 0)
    assert (Donation.objects.count(), ProviderEvent.objects.count()) == (1, 11)
    assert RecurringEvent.objects.count() == 1


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 2), st.sampled_from(["paid", "refunded"]), st.integers(0, 30_00),
            st.sampled_from("ab"),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_totals_are_what_the_rows_say(make_page_of, make_order, story):
    page = make_page_of()
    order = make_order(page)
    for number, (invoice, kind, cents, ref) in enumerate(story):
        name = f"in_{order.pk}_{invoice}"
        one = month(order, name, kind, cents, refund_ref=ref, event_id=f"{order.pk}-{number}")
        receive_event("bank", one)
    assert recount_gifts(write=False).differences == []
    assert totals(page)[0] == sum(gift.net_cents for gift in order.gifts.all())
    assert order.gifts.count() == len({invoice for invoice, *_ in story})
