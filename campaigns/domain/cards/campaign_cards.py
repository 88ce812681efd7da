"""The share cards of campaign pages."""

from collections.abc import Iterator

from django.utils.translation import override
from wagtail.models import Page, Site

from campaigns.card_sources import Card
from campaigns.domain.cards.dated_figures import dated_figures, figure_words
from campaigns.domain.characters import character_for
from campaigns.models import CampaignPage
from media.readable import readable


def campaign_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public campaign page. A few queries, however many there are."""
    figures, site = dated_figures(), site_name()
    pages = CampaignPage.objects.select_related("locale").defer("body", "calls").order_by("pk")
    for page in readable(pages):
        with override(page.locale.language_code):
            figure, dated = figure_words(figures, page.meter_id, page.promise)
        yield str(page.pk), card_of(page, page.poster_colour, site, figure, dated)


def card_of(page: Page, colour: str, site: str, figure: str = "", dated: str = "") -> Card:
    """Return the card of a page with these words on its tag."""
    return Card(page.title, colour, character_for(page.pk), site, figure, dated)


def site_name() -> str:
    """Return what the site is called."""
    name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    return name or "Potager"
