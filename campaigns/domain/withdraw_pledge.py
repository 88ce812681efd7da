"""Take an offer back to the desk: it can be changed again, and must be signed again."""

from wagtail.log_actions import log

from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_write
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from users.models import User


def withdraw_pledge(user: User, pledge: Pledge) -> Pledge:
    """Make an offer that does not run yet a draft; both signatures are void.

    Returns the pledge as it is now. Raises MayNotPledge or WrongStep.
    """
    ensure_may_write(user)
    with locked_pledge(pledge, PledgeState.PROPOSED, PledgeState.COUNTERSIGNED) as pledge:
        pledge.state = PledgeState.DRAFT
        pledge.sponsor_signed_by = pledge.beneficiary_signed_by = ""
        pledge.proposed_at = pledge.countersigned_at = None
        pledge.save()
        log(instance=pledge, action="campaigns.pledge.withdraw", user=user)
    return pledge
