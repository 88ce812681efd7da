"""How the demo's made-up people came: by share links, from other sites, or nobody knows how."""

from collections.abc import Mapping
from datetime import date, timedelta

from audience.domain.channel_codes import channel_codes
from audience.domain.count_shares import SharePress, count_shares
from campaigns.domain.shared_campaigns import CAMPAIGN
from campaigns.models import CampaignPage

# Of each twelve people, these came by a share link or from another site.
BY_LINK = {0: "whatsapp", 2: "mastodon", 3: "whatsapp", 7: "email", 8: "qr"}
FROM_SITE = {5: "le-blog-du-cageot.example", 10: "radio-radis.example"}
ROUND = 12
# Presses of each link on one day, growing by the day.
PRESSES = {"whatsapp": 5, "mastodon": 3, "sheet": 4, "email": 2, "bluesky": 1}


def codes_of(page: CampaignPage) -> Mapping[str, str]:
    """Return the share codes of a published campaign, by channel."""
    return channel_codes(CAMPAIGN, str(page.pk))


def way_of(number: int, codes: Mapping[str, str]) -> tuple[str, str]:
    """Return the code by which the person of an act came, and the site; "" for none."""
    place = number % ROUND
    return codes.get(BY_LINK.get(place, ""), ""), FROM_SITE.get(place, "")


def share_page(codes: Mapping[str, str], first: date, days: int) -> None:
    """Let the links of a page be pressed on each of `days` days."""
    presses = [
        SharePress(codes[channel], first + timedelta(days=day))
        for day in range(days)
        for channel, often in PRESSES.items()
        if channel in codes
        for _ in range(often + day // 4)
    ]
    count_shares(presses)
