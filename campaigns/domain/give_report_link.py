"""Give a sponsor the link to its report, and take it back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audience.models import Meter
from campaigns.domain.reports.report_rights import ensure_may_report
from campaigns.domain.reports.sponsor_report import promises_of_sponsor
from campaigns.models import Organisation, SponsorReportLink
from campaigns.refusals import NotTheSponsor
from users.models import User


def give_report_link(
    user: User, meter: Meter, sponsor: Organisation, days: int
) -> SponsorReportLink:
    """Return a new link, good for so many days, to the report of a campaign for its sponsor.

    Raises MayNotReport, or NotTheSponsor when no pledge of the sponsor took effect there.
    """
    ensure_may_report(user)
    if not promises_of_sponsor(sponsor, meter):
        raise NotTheSponsor(sponsor=sponsor)
    with transaction.atomic():
        link = SponsorReportLink.objects.create(
            meter=meter,
            sponsor=sponsor,
            created_by=user,
            expires_at=timezone.now() + timedelta(days=days),
        )
        log(instance=link, action="campaigns.report_link.give", user=user)
    return link
