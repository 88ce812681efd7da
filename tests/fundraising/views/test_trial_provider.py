"""The test provider's pages: pay, refuse, cancel, give back, told over a real request."""

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from audience.domain.form_tickets import new_ticket
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import token_for
from fundraising.models import Donation
from fundraising.views.trial_provider import PURPOSE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gift(page_with_gifts, make_gift, settings, live_server: LiveServer) -> Donation:
    settings.PUBLIC_URL = live_server.url
    return make_gift(page_with_gifts, provider="test", is_test=True)


@pytest.fixture
def token(gift) -> str:
    return token_for(Checkout(gift.key, 20_00, "EUR", "<b>Zoé</b>", gift.get_absolute_url()))


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ({"deed": "pay", "number": "4242 4242 4242 4242"}, "paid"),
        ({"deed": "pay", "number": "4000 0000 0000 0002"}, "refused"),
        ({"deed": "cancel"}, "cancelled"),
    ],
)
def test_what_is_pressed_is_told(client, gift, token, form, state):
    address = reverse("test_checkout", args=[token])
    page = client.get(address).content.decode()
    assert "&lt;b&gt;Zoé" in page
    for _ in range(2):
        assert client.post(address, form).url == gift.get_absolute_url()
    gift.refresh_from_db()
    assert gift.state == state
    gift.fundraiser.refresh_from_db()
    assert gift.fundraiser.test_total_cents == (20_00 if state == "paid" else 0)


def test_given_back_in_part_and_wholly(client, gift, token):
    pay = {"deed": "pay", "number": "4242 4242 4242 4242"}
    client.post(reverse("test_checkout", args=[token]), pay)
    address = reverse("test_refund", args=[token])
    assert client.get(address).status_code == 200
    ticket = new_ticket(PURPOSE)
    for _ in range(2):
        client.post(address, {"amount": "5,50", "ticket": ticket})
    gift.refresh_from_db()
    assert (gift.state, gift.net_cents) == ("part", 14_50)
    client.post(address, {"amount": "", "ticket": new_ticket(PURPOSE)})
    gift.refresh_from_db()
    assert (gift.state, gift.net_cents) == ("refunded", 0)


def test_a_card_without_a_number_and_pages_of_others(client, gift, token):
    address = reverse("test_checkout", args=[token])
    assert client.post(address, {"deed": "pay", "number": ""}).status_code == 200
    foreign = client.post(address, {"deed": "cancel"}, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    gift.refresh_from_db()
    assert gift.state == "pending"


def test_only_what_we_signed_and_only_where_it_is_on(client, token, settings):
    assert client.get("/paiement-essai/x/").status_code == 404
    unknown = token_for(Checkout("unknown", 1, "EUR", "x", "/"))
    assert client.get(reverse("test_refund", args=[unknown])).status_code == 404
    settings.TEST_GIFTS = "off"
    assert client.get(reverse("test_checkout", args=[token])).status_code == 404
