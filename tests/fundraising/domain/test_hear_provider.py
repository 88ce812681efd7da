"""A provider's request is taken in; who knocks in vain waits, and no genuine one is lost."""

from dataclasses import replace

import pytest
from django.core.cache import cache

from fundraising.domain.hear_provider import MOST_IN_VAIN, hear_provider
from fundraising.gateways.payments import NotificationUnreadable
from fundraising.refusals import TooManyKnocks

pytestmark = pytest.mark.django_db
STRANGER, OTHER, SENDER = "192.0.2.7", "198.51.100.1", "51.138.206.200"
FORGED = b'{"eventType": "Payment", "data": {"order": {"formType": "Checkout", "id": 99}}}'


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


def test_who_knocks_in_vain_waits(helloasso_account, helloasso_api):
    for _ in range(MOST_IN_VAIN):
        hear_provider(helloasso_account, {}, FORGED, STRANGER)
    before = len(helloasso_api.asked)
    with pytest.raises(TooManyKnocks):
        hear_provider(helloasso_account, {}, FORGED, STRANGER)
    assert len(helloasso_api.asked) == before
    # The provider's own, and those of other networks, go on.
    hear_provider(helloasso_account, {}, FORGED, OTHER)
    hear_provider(helloasso_account, {}, FORGED, SENDER)
    assert len(helloasso_api.asked) > before


def test_nonsense_counts_too(helloasso_account):
    for _ in range(MOST_IN_VAIN):
        with pytest.raises(NotificationUnreadable):
            hear_provider(helloasso_account, {}, b"{}", STRANGER)
    with pytest.raises(TooManyKnocks):
        hear_provider(helloasso_account, {}, b"{}", STRANGER)


def test_where_it_comes_from(helloasso_account, stripe_account):
    assert not helloasso_account.is_trusted_from(STRANGER)
    assert helloasso_account.is_trusted_from(SENDER)
    assert not replace(helloasso_account, is_test=True).is_trusted_from(SENDER)
    assert replace(helloasso_account, signature_keys=("x",)).is_trusted_from(STRANGER)
    assert stripe_account.is_trusted_from(STRANGER)
