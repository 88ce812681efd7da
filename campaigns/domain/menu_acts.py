"""What campaigns put on the menu of acts: the newest one that everybody may read stands for all."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from campaigns.domain.offer_acts import SHARE_BOX
from campaigns.menu_of_acts import MenuAct, Span
from campaigns.models import CampaignPage
from media.edition import kept
from media.readable import readable


def newest_campaign() -> tuple[str, str]:
    """Return address and meter's key of the newest campaign in the reader's language, or "", ""."""
    return kept(f"newest-campaign:{get_language()}", _read)


def _read() -> tuple[str, str]:
    pages = readable(CampaignPage.objects.filter(locale=Locale.get_active()))
    page = pages.select_related("meter").order_by("-first_published_at", "-pk").first()
    if page is None:
        return "", ""
    return page.url or "", page.meter.key if page.meter else ""


def _campaign() -> str:
    return newest_campaign()[0]


def _share_box() -> str:
    address = newest_campaign()[0]
    return f"{address}{SHARE_BOX}" if address else ""


def _follow() -> str:
    key = newest_campaign()[1]
    return reverse("follow", args=["campagne", key]) if key else ""


def _widget() -> str:
    key = newest_campaign()[1]
    return reverse("widget_code", args=[key]) if key else ""


MENU_ACTS = (
    MenuAct(
        "click",
        Span.SECOND,
        _("Press the button"),
        _("One press is an act, and acts are what the promise counts."),
        _campaign,
    ),
    MenuAct(
        "share",
        Span.SECOND,
        _("Pass the page on"),
        _("To one person. The right one."),
        _share_box,
    ),
    MenuAct(
        "follow",
        Span.HALF_MINUTE,
        _("Follow the promise"),
        _("We write when something happens, and only then."),
        _follow,
    ),
    MenuAct(
        "widget",
        Span.MINUTES,
        _("Put the button on your site"),
        _("Two lines to copy, and your readers give too."),
        _widget,
    ),
    MenuAct(
        "posters",
        Span.HOUR,
        _("Hang the QR code where people wait"),
        _("Print it from the campaign’s page: bakery, school, bus stop, laundry."),
        _share_box,
    ),
)
