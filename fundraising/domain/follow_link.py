"""Lead somebody to the association's own donation page, and count that they pressed."""

from urllib.parse import urlsplit

from audience.domain.network_budget import spend
from fundraising.models import Fundraiser, LinkPress
from fundraising.refusals import NoGiftsNow

# Of the tickets that the button carries.
PURPOSE = "fundraising.link"
# Presses of one network that count; more of them lead on all the same.
MOST_PER_NETWORK = 200


def follow_link(page: Fundraiser, key: str, network_address: str) -> str:
    """Return where gifts for `page` are made; the same form twice counts once.

    What is given there is unknown to us, so it moves no total. Raises NoGiftsNow.
    """
    if not page.leads_elsewhere:
        raise NoGiftsNow
    if spend("links", network_address, MOST_PER_NETWORK):
        LinkPress.objects.get_or_create(key=key, defaults={"fundraiser": page})
    return page.fund.donation_page


def origin_of(address: str) -> str:
    """Return the origin of an address, as policies name it, "" for none."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
