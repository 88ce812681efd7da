"""The promises' place in the CMS, and the steps of a pledge's life in its log."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from campaigns.claim_viewsets import CauseViewSet
from campaigns.domain.reports.report_rights import may_read_reports
from campaigns.host_viewset import EmbedHostViewSet
from campaigns.views import reports
from campaigns.viewsets import PromisesGroup

_STEPS = (
    ("propose", _("Propose"), _("Signed for the sponsor and proposed")),
    ("countersign", _("Countersign"), _("Signed for the beneficiary")),
    ("withdraw", _("Withdraw"), _("Taken back to the draft")),
    ("activate", _("Activate"), _("Took effect")),
    ("amend", _("Amend"), _("A new version was begun")),
    ("confirm", _("Confirm a delivery"), _("A delivery was confirmed")),
    ("reverse", _("Reverse"), _("A line of the ledger was taken back")),
    ("expired", _("End"), _("The end has come")),
    ("late", _("Late"), _("A delivery is late")),
    ("broken", _("Broken"), _("The delivery never came")),
    ("settled", _("Kept"), _("Everything is delivered")),
)
_DECISIONS = (
    ("claim.proven", _("Accept a proof"), _("The proof was accepted")),
    ("claim.unproven", _("Refuse a proof"), _("The proof is no longer accepted")),
    ("contestation.published", _("Publish a contestation"), _("Published")),
    ("contestation.rejected", _("Refuse a contestation"), _("Not published")),
    ("contestation.answered", _("Answer a contestation"), _("Answered")),
    ("declaration.declare", _("Declare acts"), _("Acts were declared")),
    ("declaration.approve", _("Approve a declaration"), _("The declaration was approved")),
    ("declaration.reject", _("Reject a declaration"), _("The declaration was rejected")),
    ("declaration.revoke", _("Revoke a declaration"), _("The declaration was revoked")),
)


@hooks.register("register_admin_viewset")
def register_promises() -> PromisesGroup:
    return PromisesGroup()


@hooks.register("register_log_actions")
def register_steps(actions: LogActionRegistry) -> None:
    """Name the steps in histories and reports."""
    for name, label, message in _STEPS:
        actions.register_action(f"campaigns.pledge.{name}", label, message)
    for name, label, message in _DECISIONS:
        actions.register_action(f"campaigns.{name}", label, message)
    actions.register_action(
        "campaigns.report_link.give", _("Give a report"), _("A sponsor got a link to its report")
    )
    actions.register_action(
        "campaigns.report_link.revoke", _("Revoke"), _("A sponsor's link was withdrawn")
    )


@hooks.register("register_admin_urls")
def register_reports() -> list[URLPattern]:
    return [
        path("audience/", reports.site, name="audience_report"),
        path("audience/campaign/<int:meter_id>/", reports.campaign, name="campaign_report"),
        path("audience/campaign/<int:meter_id>/link/", reports.give_link, name="give_report_link"),
        path("audience/link/<int:link_id>/end/", reports.revoke_link, name="revoke_report_link"),
        path("audience/film/<int:media_id>/", reports.film, name="film_report"),
    ]


class ReadersMenuItem(MenuItem):
    """Seen by those who may open it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_reports(request.user)  # type: ignore[arg-type]


@hooks.register("register_reports_menu_item")
def show_audience() -> MenuItem:
    return ReadersMenuItem(
        reports.TITLE, reverse("audience_report"), name="audience", icon_name="view", order=890
    )


@hooks.register("register_permissions")
def offer_right_to_rule() -> QuerySet[Permission]:
    """Let groups be given the right to decide about proofs and contestations."""
    return Permission.objects.filter(content_type__app_label="campaigns", codename="rule_claim")


register_snippet(CauseViewSet)
register_snippet(EmbedHostViewSet)
