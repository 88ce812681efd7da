"""Giving back: the provider is asked, and tells; nothing moves before."""

import pytest

from fundraising.domain.refund_gift import refund_gift, refunding_gateway
from fundraising.refusals import NotToRefund, ProviderSilent

pytestmark = pytest.mark.django_db


@pytest.fixture
def gift(make_gift, tell, stripe_account):
    gift = make_gift(provider=stripe_account.key)
    tell(gift, provider_ref="pi_1")
    gift.refresh_from_db()
    return gift


def test_asked_once_a_key(gift, stripe_api, make_user):
    user = make_user("lea")
    for _ in range(2):
        refund_gift(gift, 20_00, "key", user)
    assert list(stripe_api.by_key) == ["key"]
    gift.refresh_from_db()
    assert gift.net_cents == 20_00


def test_not_more_than_is_left_nor_what_was_not_paid(gift, make_gift, stripe_api, make_user):
    user = make_user("lea")
    for cents in (0, -1, 20_01):
        with pytest.raises(NotToRefund):
            refund_gift(gift, cents, "key", user)
    with pytest.raises(NotToRefund):
        refund_gift(make_gift(provider="stripe-pont"), 1, "key", user)
    assert refunding_gateway(make_gift(provider="gone", provider_ref="x", paid_cents=1)) is None
    stripe_api.is_away = True
    with pytest.raises(ProviderSilent):
        refund_gift(gift, 1, "key", user)
