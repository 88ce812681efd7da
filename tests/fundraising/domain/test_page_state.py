"""What screens may know: nothing pending, nothing given back, no name that was not meant to be."""

import json

import pytest

from fundraising.domain.page_state import last_gifts, page_state

pytestmark = pytest.mark.django_db


def test_public_figures_and_names(fundraiser, make_gift, tell):
    make_gift(fundraiser, name="Attend")
    tell(make_gift(fundraiser, name="Inès", amount_cents=12_50))
    tell(make_gift(fundraiser, name="Discret", shows_amount=False))
    tell(make_gift(fundraiser, message="Secret"))
    tell(make_gift(fundraiser, name="Caché", hides_name=True))
    back = make_gift(fundraiser, name="Rendu")
    tell(back)
    tell(back, "refunded", 20_00, refund_ref="a")
    state = json.loads(page_state(fundraiser.code))
    assert (state["total_cents"], state["gifts"], state["percent"]) == (72_50, 4, 24)
    assert state["total"] == {"fr": "72,50\u00a0€", "en": "€72.50"}
    assert [gift["name"] for gift in state["last"]] == ["", "", "Discret", "Inès"]
    assert [bool(gift["amount"]) for gift in state["last"]] == [True, True, False, True]
    for hidden in ("Secret", "Caché"):
        assert hidden not in page_state(fundraiser.code).decode()


def test_gifts_without_money_never_show_unless_the_site_is_a_demo(
    fundraiser, make_gift, tell, settings
):
    tell(make_gift(fundraiser, is_test=True, name="Essai"))
    for value, cents in (("off", 0), ("hidden", 0), ("shown", 20_00)):
        settings.TEST_GIFTS = value
        state = json.loads(page_state(fundraiser.code))
        assert state["total_cents"] == cents
        assert bool(state["last"]) is bool(cents) is bool(last_gifts(fundraiser))


def test_only_of_public_pages(make_page_of):
    assert page_state(make_page_of(state="pending").code) is None
    assert page_state("unknown") is None
