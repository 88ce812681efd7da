"""Open the report that a link leads to."""

from django.utils import timezone

from audience.domain.signing import open_signed, sign
from campaigns.domain.reports.sponsor_report import SponsorReport, sponsor_report
from campaigns.models import SponsorReportLink
from campaigns.refusals import LinkOver

_PURPOSE = "report"


def name_in_address(link: SponsorReportLink) -> str:
    """Return the part of the address with which `link` is opened."""
    return sign(link.key, _PURPOSE)


def open_report_link(name: str) -> SponsorReport | None:
    """Return the report of the link `name` as of today; None when we never gave such a link.

    Raises LinkOver when it has expired or was revoked.
    """
    key = open_signed(name, _PURPOSE)
    links = SponsorReportLink.objects.select_related("meter", "sponsor")
    link = links.filter(key=key).first() if key else None
    if link is None:
        return None
    if not link.is_open:
        raise LinkOver
    return sponsor_report(link.sponsor, link.meter, timezone.localdate())
