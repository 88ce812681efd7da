"""The page of a line: the line, its card, the moment of its film."""

import pytest
from django.core.cache import cache

from campaigns.domain.cards.make_cards import make_cards
from episodes.models import Quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote(make_episode):
    page = make_episode("Le poireau", poster_colour="plum")
    return Quote.objects.create(
        episode=page, words="<b>Justement.</b>", said_by="Lui", second="1:20"
    )


def test_the_page(quote, client):
    shown = client.get(f"/phrases/{quote.pk}/").text
    assert "&lt;b&gt;Justement.&lt;/b&gt;" in shown
    assert f'href="{quote.episode.url}?t=80"' in shown
    assert "og:image" not in shown
    make_cards()
    cache.clear()
    shown = client.get(f"/phrases/{quote.pk}/?par=x").text
    assert 'property="og:image"' in shown
    assert f'download="{quote.episode.slug}-{quote.pk}.png"' in shown


def test_the_episode_leads_there(quote, client):
    assert f'href="/phrases/{quote.pk}/"' in client.get(quote.episode.url).text


def test_without_a_second(quote, client):
    Quote.objects.update(second="", said_by="")
    assert f'href="{quote.episode.url}"' in client.get(f"/phrases/{quote.pk}/").text


def test_not_in_another_language_and_not_of_a_hidden_film(quote, client, english):
    assert client.get(f"/en/phrases/{quote.pk}/").status_code == 404
    quote.episode.unpublish()
    assert client.get(f"/phrases/{quote.pk}/").status_code == 404
    assert client.get("/phrases/99999/").status_code == 404
