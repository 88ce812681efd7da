"""Beginning a gift: a row that waits, once a form."""

from dataclasses import replace

import pytest
from django.utils import timezone

from fundraising.domain.begin_gift import MOST_PER_NETWORK, Wish, begin_gift
from fundraising.gateways.trial_provider import checkout_in
from fundraising.models import Donation
from fundraising.refusals import NoGiftsNow, TooManyGifts
from qa.models import StopList
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish() -> Wish:
    return Wish(new_key(), 12_50, "name", " Inès ", message="Cours  vite\u200b")


def test_a_row_that_waits_and_where_it_is_paid(page_with_gifts, wish):
    address = begin_gift(page_with_gifts, wish, "")
    gift = Donation.objects.get()
    assert (gift.amount_cents, gift.state, gift.is_test, gift.name, gift.message) == (
        12_50, "pending", True, "Inès", "Cours vite",
    )  # fmt: skip
    checkout = checkout_in(address.split("/")[-2])
    assert (checkout.reference, checkout.amount_cents) == (gift.key, 12_50)
    begin_gift(page_with_gifts, wish, "")
    assert Donation.objects.count() == 1
    page_with_gifts.refresh_from_db()
    assert page_with_gifts.test_total_cents == 0


def test_names_are_shown_as_wished_and_never_those_that_a_list_holds(page_with_gifts, wish):
    StopList.objects.create(name="Gros mots", words="navet", mode="hold")
    begin_gift(page_with_gifts, replace(wish, name="Espèce de Navet"), "")
    begin_gift(page_with_gifts, replace(wish, key=new_key(), visibility="anonymous"), "")
    assert [gift.name for gift in Donation.objects.all()] == ["", ""]
    assert {gift.visibility for gift in Donation.objects.all()} == {"anonymous"}


def test_not_on_a_page_that_takes_none(page_with_gifts, wish, settings):
    page_with_gifts.closed_at = timezone.now()
    with pytest.raises(NoGiftsNow):
        begin_gift(page_with_gifts, wish, "")
    page_with_gifts.closed_at = None
    settings.TEST_GIFTS = "off"
    with pytest.raises(NoGiftsNow):
        begin_gift(page_with_gifts, wish, "")
    assert not Donation.objects.exists()


def test_a_network_has_its_share(page_with_gifts, wish):
    for _ in range(MOST_PER_NETWORK):
        begin_gift(page_with_gifts, wish, "192.0.2.1")
    with pytest.raises(TooManyGifts):
        begin_gift(page_with_gifts, wish, "192.0.2.1")


def test_the_fee_on_top_only_when_wished(page_with_gifts, wish):
    begin_gift(page_with_gifts, replace(wish, amount_cents=20_00), "")
    address = begin_gift(page_with_gifts, Wish(new_key(), 20_00, covers_fees=True), "")
    assert checkout_in(address.split("/")[-2]).amount_cents == 20_56
    sums = {(gift.amount_cents, gift.covered_cents) for gift in Donation.objects.all()}
    assert sums == {(20_00, 0), (20_56, 56)}
