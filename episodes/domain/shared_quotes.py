"""Lines of films as something to tell others of, each with a card."""

from collections.abc import Iterator, Sequence

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import override

from audience.models import ShareCode
from audience.shared import Shared
from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from episodes.models import EpisodePage, Quote
from media.readable import readable

QUOTE = "quote"
_LONGEST_KEY = 12


def public_quotes() -> QuerySet[Quote]:
    """Return the lines of episodes that everybody may read."""
    shown = readable(EpisodePage.objects.all()).values("pk")
    return Quote.objects.filter(episode__in=shown).select_related("episode__locale").order_by("pk")


def find_shared_quote(key: str) -> Shared | None:
    """Return the public line whose primary key is `key`, in the language of its episode."""
    if not key.isascii() or not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    quote = public_quotes().select_related("episode__campaign").filter(pk=int(key)).first()
    if quote is None:
        return None
    campaign = quote.episode.campaign
    with override(quote.episode.locale.language_code):
        meter_id = campaign.meter_id if campaign else None
        return Shared(QUOTE, key, quoted(quote.words), quote.get_absolute_url(), meter_id)


def quotes_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return key and meter of public lines that have no share codes yet."""
    codes = ShareCode.objects.filter(kind=QUOTE, key=OuterRef("text_key"), secret=None)
    named = public_quotes().annotate(text_key=Cast("pk", CharField()))
    found = named.filter(~Exists(codes)).values_list("pk", "episode__campaign__meter_id")
    return [(str(pk), meter) for pk, meter in found[:most]]


def search_quotes(words: str, most: int) -> Sequence[str]:
    """Return the keys of public lines that hold `words`, the newest first."""
    found = public_quotes().filter(words__icontains=words).order_by("-pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)[:most]]


def quote_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public line, on the poster colour of its episode. Two queries."""
    site = site_name()
    for quote in public_quotes():
        page = quote.episode
        with override(page.locale.language_code):
            words = quoted(quote.words)
        character = character_for(page.pk)
        yield str(quote.pk), Card(words, page.poster_colour, character, site, moment=quote.said_by)


def quoted(words: str) -> str:
    """Return `words` in the quotation marks of the active language."""
    return _("“%(words)s”") % {"words": words}
