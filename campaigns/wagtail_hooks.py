"""The promises' place in the CMS, and the steps of a pledge's life in its log."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

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
    ("declare", _("Declare acts"), _("Acts were declared")),
    ("approve", _("Approve a declaration"), _("The declaration was approved")),
    ("reject", _("Reject a declaration"), _("The declaration was rejected")),
    ("revoke", _("Revoke a declaration"), _("The declaration was revoked")),
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
        actions.register_action(f"campaigns.declaration.{name}", label, message)


register_snippet(EmbedHostViewSet)
