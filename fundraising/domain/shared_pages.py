"""Collection pages as something to tell others of, and their cards."""

from collections.abc import Iterator, Sequence

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import override

from audience.models import ShareCode
from audience.shared import Shared
from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from fundraising.models import Fundraiser

COLLECTION = "collection"
_LONGEST_KEY = 12


def find_shared_page(key: str) -> Shared | None:
    """Return the public collection page whose primary key is `key`."""
    if not key.isascii() or not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    page = Fundraiser.objects.public().filter(pk=int(key)).first()
    if page is None:
        return None
    with override(page.language):
        return Shared(COLLECTION, key, page.title, page.get_absolute_url())


def pages_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return the keys of public collection pages that have no share codes yet."""
    codes = ShareCode.objects.filter(kind=COLLECTION, key=OuterRef("text_key"), secret=None)
    named = Fundraiser.objects.public().annotate(text_key=Cast("pk", CharField()))
    bare = named.filter(~Exists(codes)).order_by("pk")
    return [(str(pk), None) for pk in bare.values_list("pk", flat=True)[:most]]


def search_pages(words: str, most: int) -> Sequence[str]:
    """Return the keys of public collection pages whose titles hold `words`, the newest first."""
    found = Fundraiser.objects.public().filter(title__icontains=words).order_by("-pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)[:most]]


def page_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each page that collects: its cause, never its owner's words.

    A picture that was shared could not be taken back with the words on it.
    """
    site = site_name()
    pages = Fundraiser.objects.collecting(timezone.localdate())
    for page in pages.select_related("fund__cause__locale").order_by("pk"):
        with override(page.language):
            cause = page.fund.cause_here()
        yield str(page.pk), Card(cause.summary, cause.colour, character_for(page.pk), site)
