"""Links of an ambassador's own to a campaign: one for each channel."""

from ambassadors.models import Ambassador
from ambassadors.refusals import NothingToShare
from audience.domain.holder_codes import Browser, know_holder, make_holder_codes
from audience.enums import ShareChannel
from audience.shared import shared_of
from campaigns.domain.shared_campaigns import CAMPAIGN


def make_links(ambassador: Ambassador, key: str, browser: Browser) -> None:
    """Make the ambassador's links to the campaign page `key`. Once more makes none.

    Raises NothingToShare.
    """
    subject = shared_of(CAMPAIGN, key)
    if subject is None:
        raise NothingToShare
    make_holder_codes(ambassador.code, subject, ShareChannel.values)
    know_holder(ambassador.code, browser)
