"""The share cards of themes, which stand for their questions too.

What viewers ask is never drawn: a picture that was shared could not be taken back with its words.
"""

from collections.abc import Iterator

from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from qa.models import Theme

THEME = "theme"


def theme_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each theme. Two queries."""
    site = site_name()
    for theme in Theme.objects.order_by("pk"):
        yield str(theme.pk), Card(theme.question, theme.colour, character_for(theme.pk), site)
