"""Make somebody's own share link: no account, no name, no address, no cookie."""

from django.utils import timezone

from audience.domain.network_budget import spend
from audience.domain.people import is_cookie, person_of_browser, person_of_cookie
from audience.enums import ShareChannel
from audience.models import ShareCode
from audience.models.sharing import new_secret
from audience.share_refusals import TooManyLinks
from audience.shared import Shared

MOST_AN_HOUR = 30


def make_own_code(subject: Shared, *, cookie: str, address: str, user_agent: str) -> ShareCode:
    """Return a new code of somebody's own that leads to `subject`.

    Who acted here before is known by their cookie, whoever did not by network and browser for this
    day: both as keyed hashes, so that nobody brings themselves. Raises TooManyLinks.
    """
    if not spend("share-links", address, MOST_AN_HOUR):
        raise TooManyLinks
    browser = person_of_browser(address, user_agent, timezone.localdate())
    return ShareCode.objects.create(
        kind=subject.kind,
        key=subject.key,
        meter_id=subject.meter_id,
        channel=ShareChannel.OWN,
        secret=new_secret(),
        maker=person_of_cookie(cookie) if is_cookie(cookie) else "",
        maker_browser=browser,
    )
