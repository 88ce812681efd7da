"""What is refused when a line of the ledger is taken back."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from campaigns.refusals.pledges import PledgeRefused


class ReversalRefused(PledgeRefused):
    """A line of the ledger was not taken back."""


class NotReversible(ReversalRefused):
    code = "PLG-030"
    sentence = _(
        "This line cannot be taken back by itself. Change a promise by amending the pledge; "
        "to undo a reversal, let the delivery be confirmed again."
    )


class ReasonMissing(ReversalRefused):
    code = "PLG-031"
    sentence = _("Say why this line is taken back. The reason stands in the public ledger.")


class MoreThanWritten(ReversalRefused):
    code = "PLG-032"
    sentence = _("At most %(left)s of this line can still be taken back.")


class StillCounting(ReversalRefused):
    code = "PLG-033"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This pledge still runs: the next act would unlock again what you take back. "
        "Wait until it is over."
    )


class AlreadyDelivered(ReversalRefused):
    code = "PLG-034"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "What was delivered would then exceed what is unlocked: at most %(left)s can be taken "
        "back. Reverse the delivery first if it was wrong too."
    )
