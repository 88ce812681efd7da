"""What is refused about reports."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class ReportRefused(Refused):
    """A report was not shown, or a link to it not given."""


class MayNotReport(ReportRefused):
    code = "REP-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not read reports. Ask an administrator for the rights of an editor.")


class NotTheSponsor(ReportRefused):
    code = "REP-002"
    sentence = _(
        "%(sponsor)s has no pledge that took effect for this campaign, so there is nothing to "
        "report to it. Choose a sponsor of this campaign."
    )


class LinkOver(ReportRefused):
    code = "REP-003"
    status = HTTPStatus.GONE
    sentence = _(
        "This link to a report is no longer valid: it has expired or was withdrawn. "
        "Ask the team that gave it to you for a new one."
    )
