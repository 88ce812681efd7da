"""The promises' place in the CMS, and the steps of a pledge's life in its log."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from campaigns.claim_viewsets import CauseViewSet
from campaigns.host_viewset import EmbedHostViewSet
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


@hooks.register("register_permissions")
def offer_right_to_rule() -> QuerySet[Permission]:
    """Let groups be given the right to decide about proofs and contestations."""
    return Permission.objects.filter(content_type__app_label="campaigns", codename="rule_claim")


register_snippet(CauseViewSet)
register_snippet(EmbedHostViewSet)
