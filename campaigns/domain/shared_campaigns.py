"""Campaign pages as something to tell others of."""

from collections.abc import Sequence

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from wagtail.models import PageQuerySet

from audience.domain.make_channel_codes import make_channel_codes
from audience.models import ShareCode
from audience.shared import Shared
from campaigns.models import CampaignPage
from media.readable import readable

CAMPAIGN = "campaign"
_LONGEST_KEY = 12


def find_shared_campaign(key: str) -> Shared | None:
    """Return the campaign page whose primary key is `key`, if all may read it."""
    page = shared_page(CampaignPage.objects.all(), key)
    if page is None:
        return None
    return Shared(CAMPAIGN, key, page.title, page.url or "", page.meter_id)


def campaigns_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return key and meter of public campaign pages that have no share codes yet."""
    pages = pages_without_codes(CampaignPage.objects.all(), CAMPAIGN)
    return [(str(pk), meter) for pk, meter in pages.values_list("pk", "meter_id")[:most]]


def search_campaigns(words: str, most: int) -> Sequence[str]:
    """Return the keys of campaign pages whose titles hold `words`."""
    return keys_of_titles(CampaignPage.objects.all(), words, most)


def code_campaign(instance: CampaignPage, **kwargs: object) -> None:
    """Make the share codes of a campaign page that is published."""
    make_channel_codes(CAMPAIGN, str(instance.pk), instance.meter_id)


def shared_page(pages: PageQuerySet, key: str) -> CampaignPage | None:
    """Return the one of `pages` that the text `key` names, if all may read it."""
    if not key.isascii() or not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    return readable(pages).filter(pk=int(key)).first()


def pages_without_codes(pages: PageQuerySet, kind: str) -> PageQuerySet:
    """Return those of `pages` that all may read and that have no share codes yet."""
    codes = ShareCode.objects.filter(kind=kind, key=OuterRef("text_key"), secret=None)
    named = readable(pages).annotate(text_key=Cast("pk", CharField()))
    return named.filter(~Exists(codes)).order_by("pk")


def keys_of_titles(pages: PageQuerySet, words: str, most: int) -> Sequence[str]:
    """Return the keys of up to `most` of `pages` whose titles hold `words`, the newest first."""
    found = pages.filter(title__icontains=words).order_by("-pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)[:most]]
