"""What real providers tell comes in by HTTP, as they send it: once, in any order, on each database."""

from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from fundraising.domain.recount_gifts import recount_gifts
from fundraising.gateways.payments import register_gateway
from fundraising.models import Donation, Fundraiser, ProviderEvent
from tests.fundraising.gateways.fake_stripe import body_of, signed

pytestmark = pytest.mark.django_db
REFERENCE = "Zk3qPq0mV9s1uYh7TnB2xw"
PAYMENT = "pi_3SYpFtLkdIwHu7ix1hQm7cZ0"


@pytest.fixture
def gift(fundraiser, make_gift, stripe_account, stripe_api) -> Donation:
    stripe_api.payments[PAYMENT] = {"reference": REFERENCE, "site": "https://potager.example"}
    return make_gift(fundraiser, provider=stripe_account.key, key=REFERENCE)


def stripe_tells(name: str, **changes: object) -> int:
    body = body_of(name, **changes)
    kind = "application/json"
    headers = {"Stripe-Signature": signed(body)}
    return (
        Client()
        .post("/paiements/stripe-pont/", body, content_type=kind, headers=headers)
        .status_code
    )


def totals(page: Fundraiser) -> tuple[int, int, int]:
    page.refresh_from_db()
    return page.total_cents, page.gift_count, page.test_total_cents


def test_paid_and_partly_given_back(gift):
    assert stripe_tells("checkout.session.completed") == 200
    gift.refresh_from_db()
    assert (gift.state, gift.provider_ref) == ("paid", PAYMENT)
    assert totals(gift.fundraiser) == (20_00, 1, 0)
    stripe_tells("charge.refunded-part")
    assert totals(gift.fundraiser) == (14_50, 1, 0)
    for name in ("charge.refunded", "charge.refunded-part", "checkout.session.completed"):
        stripe_tells(name)
        assert totals(gift.fundraiser) == (0, 0, 0)


def test_given_back_before_paid_and_paid_again_after(gift):
    for name in ("charge.refunded", "checkout.session.completed"):
        stripe_tells(name)
        assert totals(gift.fundraiser) == (0, 0, 0)
    stripe_tells("checkout.session.async_payment_succeeded")
    assert totals(gift.fundraiser) == (0, 0, 0)


def test_a_complaint_lowers_the_total_until_it_is_won(gift, client):
    stripe_tells("checkout.session.completed")
    stripe_tells("charge.dispute.created-asked")
    assert totals(gift.fundraiser) == (20_00, 1, 0)
    stripe_tells("charge.dispute.created", id="evt_other")
    assert totals(gift.fundraiser) == (0, 0, 0)
    gift.refresh_from_db()
    assert gift.state == "contested"
    assert client.get(gift.get_absolute_url()).status_code == 200
    stripe_tells("charge.dispute.closed-won")
    assert totals(gift.fundraiser) == (20_00, 1, 0)


def test_pending_gifts_and_gifts_without_money_never_count(gift):
    assert stripe_tells("checkout.session.completed-unpaid") == 200
    assert totals(gift.fundraiser) == (0, 0, 0)
    assert stripe_tells("checkout.session.completed", livemode=False) == 404
    assert totals(gift.fundraiser) == (0, 0, 0)
    Donation.objects.filter(pk=gift.pk).update(is_test=True)
    assert stripe_tells("checkout.session.completed", livemode=False) == 200
    assert totals(gift.fundraiser) == (0, 0, 20_00)
    assert gift.fundraiser.shown_total_cents == 0


def test_another_currency_never_adds_up(gift):
    assert stripe_tells("checkout.session.completed", currency="usd") == 422
    assert totals(gift.fundraiser) == (0, 0, 0)
    assert not ProviderEvent.objects.exists()


def test_a_complaint_is_told_again_when_the_provider_was_away(gift, stripe_api):
    stripe_api.is_away = True
    assert stripe_tells("charge.dispute.created") == 503
    assert not ProviderEvent.objects.exists()


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_the_same_notification_fifty_times_at_once_is_one(gift):
    assert at_once(stripe_tells, ["checkout.session.completed"] * 50) == [200] * 50
    assert totals(gift.fundraiser) == (20_00, 1, 0)
    assert ProviderEvent.objects.count() == 1
    assert recount_gifts(write=False).differences == []


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_all_tellings_at_once_in_any_order(gift):
    names = ["checkout.session.completed", "charge.refunded-part", "charge.dispute.created",
             "charge.dispute.closed-won", "checkout.session.expired"]  # fmt: skip
    assert at_once(stripe_tells, names * 6) == [200] * 30
    assert totals(gift.fundraiser) == (14_50, 1, 0)
    assert ProviderEvent.objects.count() == 5
    assert recount_gifts(write=False).differences == []


@pytest.fixture
def gift_by_helloasso(fundraiser, make_gift, helloasso_account) -> Donation:
    return make_gift(fundraiser, provider=helloasso_account.key, key=REFERENCE)


def helloasso_tells(body: bytes) -> int:
    return (
        Client()
        .post("/paiements/helloasso-pont/", body, content_type="application/json")
        .status_code
    )


def test_a_gift_by_helloasso_from_waiting_to_given_back(gift_by_helloasso, helloasso_api):
    gift, steps = gift_by_helloasso, []
    for name in ("payment-waiting", "payment-authorized", "order", "payment-refunded-part",
                 "payment-contested", "payment-restored", "payment-refunded"):  # fmt: skip
        assert helloasso_tells(helloasso_api.happens(name)) == 200
        gift.refresh_from_db()
        steps.append((gift.state, totals(gift.fundraiser)[0]))
    assert steps == [
        ("pending", 0), ("paid", 20_00), ("paid", 20_00), ("part", 14_50),
        ("contested", 0), ("part", 14_50), ("refunded", 0),
    ]  # fmt: skip
    assert gift.provider_ref == "15222"
    helloasso_tells(helloasso_api.happens("payment-authorized"))
    assert totals(gift.fundraiser) == (0, 0, 0)


def test_the_sandbox_never_counts(gift_by_helloasso, helloasso_account, helloasso_api, settings):
    settings.TEST_GIFTS = "hidden"
    register_gateway(replace(helloasso_account, is_test=True))
    body = helloasso_api.happens("payment-authorized")
    assert helloasso_tells(body) == 404
    Donation.objects.update(is_test=True)
    assert helloasso_tells(body) == 200
    assert totals(gift_by_helloasso.fundraiser) == (0, 0, 20_00)


def test_what_helloasso_tells_while_it_is_away_is_told_again(gift_by_helloasso, helloasso_api):
    body = helloasso_api.happens("payment-authorized")
    helloasso_api.is_away = True
    assert helloasso_tells(body) == 503
    helloasso_api.is_away = False
    assert helloasso_tells(body) == 200
    assert totals(gift_by_helloasso.fundraiser) == (20_00, 1, 0)
    assert helloasso_tells(b"{}") == 422


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_the_same_knock_fifty_times_at_once_is_one(gift_by_helloasso, helloasso_api):
    body = helloasso_api.happens("payment-refunded-part")
    assert at_once(helloasso_tells, [body] * 50) == [200] * 50
    assert totals(gift_by_helloasso.fundraiser) == (14_50, 1, 0)
    assert ProviderEvent.objects.count() == 3
    assert recount_gifts(write=False).differences == []


def at_once(tell: Callable[[Any], int], tellings: list[Any]) -> list[int]:
    """Let a provider tell all of them at the same moment; return what it was answered."""
    start, answers = Barrier(len(tellings)), []

    def run(told: object) -> None:
        start.wait()
        try:
            answers.append(tell(told))
        finally:
            connection.close()

    threads = [Thread(target=run, args=(told,)) for told in tellings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
