"""Following the link to an association's own donation page."""

import pytest
from django.utils import timezone

from fundraising.domain.follow_link import MOST_PER_NETWORK, follow_link, origin_of
from fundraising.models import Fundraiser, LinkPress
from fundraising.refusals import NoGiftsNow

pytestmark = pytest.mark.django_db
ADDRESS = "https://asso.example/donner?de=potager"


@pytest.fixture
def linked(fund, fundraiser) -> Fundraiser:
    fund.donation_page = ADDRESS
    fund.save()
    return Fundraiser.objects.get(pk=fundraiser.pk)


def test_once_a_form_and_no_more_than_a_network_may(linked):
    assert follow_link(linked, "one", "192.0.2.1") == ADDRESS
    assert follow_link(linked, "one", "192.0.2.1") == ADDRESS
    assert linked.press_count == 1
    for number in range(MOST_PER_NETWORK):
        assert follow_link(linked, f"key-{number}", "192.0.2.1") == ADDRESS
    assert LinkPress.objects.count() < MOST_PER_NETWORK
    linked.refresh_from_db()
    assert (linked.total_cents, linked.gift_count) == (0, 0)


def test_only_where_gifts_are_made_elsewhere(linked, settings):
    settings.TEST_GIFTS = "hidden"
    linked.fund.provider = "test"
    with pytest.raises(NoGiftsNow):
        follow_link(linked, "one", "")
    linked.fund.provider = ""
    linked.closed_at = timezone.now()
    with pytest.raises(NoGiftsNow):
        follow_link(linked, "one", "")
    assert not LinkPress.objects.exists()


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        (ADDRESS, "https://asso.example"),
        ("https://a.example:8443/x", "https://a.example:8443"),
        ("", ""),
    ],
)
def test_origins(address, origin):
    assert origin_of(address) == origin
