"""What the test provider's pages do, with a site that does not answer."""

import pytest

from fundraising.domain.play_provider import gift_of, pay_by_card
from fundraising.gateways.payments import Checkout
from fundraising.refusals import ProviderAway

pytestmark = pytest.mark.django_db


def test_a_site_that_does_not_answer_is_told_so(make_gift, settings):
    settings.PUBLIC_URL = "http://127.0.0.1:9"
    gift = make_gift(is_test=True, provider="test")
    checkout = Checkout(gift.key, 20_00, "EUR", "x", "/")
    with pytest.raises(ProviderAway):
        pay_by_card(checkout, "4242 4242 4242 4242")
    gift.refresh_from_db()
    assert gift.state == "pending"
    assert gift_of(checkout) == gift
