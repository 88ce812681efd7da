"""Write the code that others put into their pages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.models import CampaignPage

WIDTH_PX, HEIGHT_PX = 400, 360
# Forms and links help browsers without scripts; without any of them but scripts it still works.
SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class Codes:
    """Three ways to show one campaign, each a piece of HTML to copy."""

    link: SafeString
    frame: SafeString
    component: SafeString
    frame_address: str


def codes_for(campaign: CampaignPage, host_key: str, language: str, origin: str) -> Codes:
    """Return the codes with addresses below `origin` (https://site), for a page in `language`."""
    meter_key = campaign.meter.key  # type: ignore[union-attr]
    badge = reverse("widget_badge", args=[meter_key, "png"])
    link = format_html(
        '<a href="{}"><img src="{}{}?langue={}" alt="{}" height="56"></a>',
        _campaign_address(campaign, origin), origin, badge, language, campaign.title,
    )  # fmt: skip
    component = format_html(
        '<script async src="{}{}campaigns/vignette.js"></script>\n'
        '<potager-vignette meter="{}"{} lang="{}"><a href="{}">{}</a></potager-vignette>',
        origin, settings.STATIC_URL, meter_key,
        format_html(' host="{}"', host_key) if host_key else "", language,
        _campaign_address(campaign, origin), campaign.title,
    )  # fmt: skip
    return Codes(
        link=link,
        frame=frame_code(campaign, host_key, language, origin),
        component=component,
        frame_address=frame_address(campaign, host_key, language, origin),
    )


def frame_code(
    campaign: CampaignPage,
    host_key: str,
    language: str,
    origin: str,
    size_px: tuple[int, int] = (WIDTH_PX, HEIGHT_PX),
) -> SafeString:
    """Return the iframe of a campaign's widget, `size_px` wide and high."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" sandbox="{}" '
        'style="border:0;max-width:100%"></iframe>',
        frame_address(campaign, host_key, language, origin),
        _("Solidarity button: %(title)s") % {"title": campaign.title},
        *size_px,
        SANDBOX,
    )


def frame_address(campaign: CampaignPage, host_key: str, language: str, origin: str) -> str:
    """Return where the frame of a campaign's widget is."""
    wishes = {"hote": host_key, "langue": language} if host_key else {"langue": language}
    path = reverse("widget_frame", args=[campaign.meter.key])  # type: ignore[union-attr]
    return f"{origin}{path}?{urlencode(wishes)}"


def _campaign_address(campaign: CampaignPage, origin: str) -> str:
    return f"{origin}{campaign.url}"
