"""Stopping a monthly gift: asked for at the provider, however often."""

import pytest

from fundraising.domain.stop_monthly import stop_monthly, stopping_gateway
from fundraising.refusals import NotToStop, ProviderSilent

pytestmark = pytest.mark.django_db


def test_asked_for_once_and_again(make_order, stripe_account, stripe_api):
    stripe_api.subscriptions["sub_1"] = "active"
    order = make_order(provider=stripe_account.key, provider_ref="sub_1", state="active")
    assert stopping_gateway(order) == stripe_account
    for _ in range(2):
        stop_monthly(order)
    assert stripe_api.subscriptions == {"sub_1": "canceled"}
    order.refresh_from_db()
    # It has ended when the provider says so.
    assert (order.state, order.is_stopping) == ("active", True)


def test_a_provider_that_is_away_or_gone(make_order, stripe_account, stripe_api):
    order = make_order(provider=stripe_account.key, provider_ref="sub_1", state="active")
    stripe_api.is_away = True
    with pytest.raises(ProviderSilent):
        stop_monthly(order)
    gone = make_order(provider="gone", provider_ref="sub_1", state="active")
    with pytest.raises(NotToStop):
        stop_monthly(gone)
    order.refresh_from_db()
    assert order.stop_asked_at is None
