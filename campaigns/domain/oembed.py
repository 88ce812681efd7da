"""Answer other sites that ask how a page of ours is embedded (oEmbed 1.0).

Source: https://oembed.com, sections 2.2 to 2.3.5. A page that not everybody may read is answered
like one that does not exist.
"""

from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from wagtail.models import Page, PageQuerySet

from campaigns.domain.write_code import HEIGHT_PX, WIDTH_PX, frame_code
from campaigns.embeds import Embed
from campaigns.models import CampaignPage
from media.readable import readable

AnyPage = TypeVar("AnyPage", bound=Page)

KEPT_S = 300
_LONGEST_URL = 1000
_LONGEST_SIZE = 4


def page_at(url: str, host: str, pages: PageQuerySet[AnyPage]) -> AnyPage | None:
    """Return the public one of `pages` whose address is `url`; `host` is one of our names."""
    try:
        asked = urlsplit(url[:_LONGEST_URL])
    except ValueError:
        return None
    if asked.scheme not in ("http", "https"):
        return None
    path = f"{unquote(asked.path).rstrip('/')}/"
    slug = path.rstrip("/").rpartition("/")[2].replace("\x00", "")
    for page in readable(pages.filter(slug=slug)).select_related("locale"):
        ours = urlsplit(page.full_url or "")
        if unquote(ours.path) == path and asked.netloc in (host, ours.netloc):
            return page
    return None


def find_campaign(url: str, host: str) -> Embed | None:
    """Return the widget of the campaign whose page has the address `url`."""
    campaign = page_at(url, host, CampaignPage.objects.select_related("meter"))
    if campaign is None:
        return None
    language = campaign.locale.language_code
    return Embed(
        page=campaign,
        kind="rich",
        size_px=(WIDTH_PX, HEIGHT_PX),
        code=lambda origin, size: frame_code(campaign, "", language, origin, size),
    )


def describe(
    embed: Embed, origin: str, provider: str, max_width: str = "", max_height: str = ""
) -> dict[str, Any]:
    """Return what oEmbed says of a page; sizes are in CSS pixels.

    `max_width` and `max_height` come as they were asked; what is no number is not heeded.
    """
    usual = embed.size_px
    width, height = _at_most(max_width, usual[0]), _at_most(max_height, usual[1])
    if embed.kind == "video":
        scale = min(width / usual[0], height / usual[1])
        width, height = round(usual[0] * scale), round(usual[1] * scale)
    return {
        "version": "1.0",
        "type": embed.kind,
        "title": embed.page.title,
        "provider_name": provider,
        "provider_url": f"{origin}/",
        "cache_age": KEPT_S,
        "width": width,
        "height": height,
        "html": embed.code(origin, (width, height)),
    }


def as_xml(answer: dict[str, Any]) -> bytes:
    """Return `answer` as the XML of oEmbed."""
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = str(value)
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _at_most(asked: str, usual_px: int) -> int:
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_SIZE
    return min(usual_px, int(asked)) if is_number and int(asked) else usual_px
