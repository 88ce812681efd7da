"""Lines of films are shared and drawn as long as their episode is public."""

import pytest

from audience.domain.channel_codes import channel_codes
from audience.domain.make_channel_codes import make_missing_codes
from audience.shared import shared_of
from campaigns.card_sources import card_sources
from campaigns.domain.cards.draw_card import draw_card
from episodes.domain.shared_quotes import (
    find_shared_quote,
    quote_cards,
    quotes_without_codes,
    search_quotes,
)
from episodes.models import Quote

pytestmark = pytest.mark.django_db
WORDS = "Tu es un poireau. Tu n’as pas de poches."


@pytest.fixture
def quote(make_episode, make_campaign):
    page = make_episode(campaign=make_campaign(), poster_colour="plum")
    return Quote.objects.create(episode=page, words=WORDS, said_by="La cagette", second="0:03")


def test_a_line_of_a_public_film(quote):
    key, meter_id = str(quote.pk), quote.episode.campaign.meter_id
    assert quotes_without_codes(10) == [(key, meter_id)]
    make_missing_codes()
    assert channel_codes("quote", key)
    assert quotes_without_codes(10) == []
    found = shared_of("quote", key)
    assert (found.address, found.meter_id) == (f"/phrases/{key}/", meter_id)
    assert WORDS in found.title
    assert search_quotes("POIREAU", 5) == [key]
    assert search_quotes("radis", 5) == []


def test_its_card(quote):
    [(key, card)] = quote_cards()
    assert (key, card.colour, card.moment, card.figure) == (
        str(quote.pk),
        "plum",
        "La cagette",
        "",
    )
    assert WORDS in card.title
    assert draw_card(card).startswith(b"\x89PNG")
    assert card_sources()["quote"] is quote_cards


def test_a_film_that_is_not_public(quote):
    quote.episode.unpublish()
    assert find_shared_quote(str(quote.pk)) is None
    assert list(quote_cards()) == quotes_without_codes(10) == []


@pytest.mark.parametrize("key", ["", "x", "9" * 13, "٣", "99999"])
def test_no_such_line(house, key):
    assert find_shared_quote(key) is None
