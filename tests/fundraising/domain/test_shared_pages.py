"""Collection pages are shared like others, and their cards show no words of supporters."""

import pytest

from audience.domain.make_channel_codes import make_missing_codes
from audience.shared import shared_of
from campaigns.card_sources import card_sources
from fundraising.domain.shared_pages import (
    find_shared_page,
    page_cards,
    pages_without_codes,
    search_pages,
)
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_public_ones_are_found(fundraiser, make_page_of):
    found = shared_of("collection", str(fundraiser.pk))
    assert (found.title, found.address) == ("Zoé court", f"/collectes/{fundraiser.slug}/")
    waiting = make_page_of(state=TextState.PENDING)
    for key in (str(waiting.pk), "", "x", "9" * 13, "٣"):
        assert find_shared_page(key) is None


def test_each_gets_codes_once(fundraiser):
    assert pages_without_codes(10) == [(str(fundraiser.pk), None)]
    make_missing_codes()
    assert pages_without_codes(10) == []


def test_named(fundraiser):
    assert search_pages("court", 5) == [str(fundraiser.pk)]
    assert search_pages("radis", 5) == []


def test_cards_show_the_cause(fundraiser, make_page_of):
    make_page_of(state=TextState.PENDING)
    [(key, card)] = page_cards()
    assert (key, card.title) == (str(fundraiser.pk), "Des légumes pour tout le monde.")
    assert fundraiser.title not in f"{card}"
    assert card_sources()["collection"] is page_cards
