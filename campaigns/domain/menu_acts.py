"""What campaigns put on the menu of acts: the newest one that everybody may read stands for all.

On a page that is about a campaign, its own acts are meant.
"""

from collections.abc import Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from audience.domain.people import COOKIE, is_cookie, person_of_cookie
from audience.enums import ActKind, Verdict
from audience.models import Act, ShareMark
from audience.subjects import subject_of
from campaigns.domain.followed import CAMPAIGN
from campaigns.domain.offer_acts import SHARE_BOX
from campaigns.menu_of_acts import Here, MenuAct, Span
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


def _share_box_here(here: Here) -> str:
    return f"{here.address}{SHARE_BOX}" if here.address else ""


def _campaign_here(here: Here) -> str:
    key = here.subjects.get(CAMPAIGN, "")
    subject = subject_of(CAMPAIGN, key) if key else None
    return subject.address if subject else ""


def _follow() -> str:
    return _address_of("follow", newest_campaign()[1])


def _follow_here(here: Here) -> str:
    return _address_of("follow", _campaign_key(here))


def _widget() -> str:
    return _address_of("widget_code", newest_campaign()[1])


def _widget_here(here: Here) -> str:
    return _address_of("widget_code", _campaign_key(here))


def _campaign_key(here: Here) -> str:
    """Return the key of the meter that a page is about, if a public campaign has it."""
    return here.subjects.get(CAMPAIGN, "") if _campaign_here(here) else ""


def _address_of(view: str, key: str) -> str:
    if not key:
        return ""
    return reverse(view, args=["campagne", key] if view == "follow" else [key])


def _has_pressed(here: Here, cookies: Mapping[str, str]) -> bool:
    """Say whether they acted today for the campaign that is meant: more would not count."""
    return has_pressed(here.subjects.get(CAMPAIGN, "") or newest_campaign()[1], cookies)


def has_pressed(meter_key: str, cookies: Mapping[str, str]) -> bool:
    """Say whether somebody with these cookies pressed for a meter today, and it counted."""
    return Act.objects.filter(
        person=_person(cookies),
        meter__key=meter_key,
        kind__in=(ActKind.CLICK, ActKind.LIKE),
        day=timezone.localdate(),
        verdict=Verdict.COUNTED,
    ).exists()


def _has_shared(here: Here, cookies: Mapping[str, str]) -> bool:
    """Say whether they pressed a share link today."""
    return ShareMark.objects.filter(person=_person(cookies), day=timezone.localdate()).exists()


def _person(cookies: Mapping[str, str]) -> str:
    """Return the hash of who acts here, which no row has if their cookie is not ours."""
    cookie = cookies.get(COOKIE, "")
    return person_of_cookie(cookie) if is_cookie(cookie) else "-"


MENU_ACTS = (
    MenuAct(
        "click",
        Span.SECOND,
        _("Press the button"),
        _("One press is an act, and acts are what the promise counts."),
        _campaign,
        _campaign_here,
        _has_pressed,
    ),
    MenuAct(
        "share",
        Span.SECOND,
        _("Pass the page on"),
        _("To one person. The right one."),
        _share_box,
        _share_box_here,
        _has_shared,
    ),
    MenuAct(
        "follow",
        Span.HALF_MINUTE,
        _("Follow the promise"),
        _("We write when something happens, and only then."),
        _follow,
        _follow_here,
    ),
    MenuAct(
        "widget",
        Span.MINUTES,
        _("Put the button on your site"),
        _("Two lines to copy, and your readers give too."),
        _widget,
        _widget_here,
    ),
    MenuAct(
        "posters",
        Span.HOUR,
        _("Hang the QR code where people wait"),
        _("Print it from the campaign’s page: bakery, school, bus stop, laundry."),
        _share_box,
        _share_box_here,
    ),
)
