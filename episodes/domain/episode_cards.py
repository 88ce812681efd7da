"""The share cards of episodes: each with the figure of the campaign that it serves."""

from collections.abc import Iterator

from django.utils.translation import override

from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import card_of, site_name
from campaigns.domain.cards.dated_figures import dated_figures, figure_words
from episodes.models import EpisodePage
from media.readable import is_readable, readable


def episode_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public episode. A few queries, however many there are."""
    figures, site = dated_figures(), site_name()
    pages = EpisodePage.objects.select_related("locale", "campaign")
    light = pages.defer("body", "calls", "campaign__body", "campaign__calls")
    for page in readable(light).order_by("pk"):
        figure, dated = "", ""
        if page.campaign is not None and is_readable(page.campaign):
            with override(page.locale.language_code):
                meter_id, promise = page.campaign.meter_id, page.campaign.promise
                figure, dated = figure_words(figures, meter_id, promise)
        yield str(page.pk), card_of(page, page.poster_colour, site, figure, dated)
