"""Take the link to a report back from a sponsor, for good."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.reports.report_rights import ensure_may_report
from campaigns.models import SponsorReportLink
from users.models import User


def revoke_report_link(user: User, link: SponsorReportLink) -> SponsorReportLink:
    """Make `link` useless from now on; one that was revoked before keeps its instant.

    Returns the link as it is now. Raises MayNotReport.
    """
    ensure_may_report(user)
    with transaction.atomic():
        link = SponsorReportLink.objects.select_for_update().get(pk=link.pk)
        if link.revoked_at is None:
            link.revoked_at = timezone.now()
            link.save(update_fields=["revoked_at"])
            log(instance=link, action="campaigns.report_link.revoke", user=user)
    return link
