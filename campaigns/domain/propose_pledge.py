"""The sponsor's side signs: a draft becomes an offer."""

from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.check_pledge import check_dates, check_terms
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_write
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.refusals import SignatureMissing
from users.models import User


def propose_pledge(user: User, pledge: Pledge, signed_by: str) -> Pledge:
    """Record that `signed_by`, a name and function, signed for the sponsor.

    Returns the pledge as it is now. Raises MayNotPledge, WrongStep, SignatureMissing, or what
    `check_terms` and `check_dates` raise.
    """
    ensure_may_write(user)
    with locked_pledge(pledge, PledgeState.DRAFT) as pledge:
        if not signed_by.strip():
            raise SignatureMissing(organisation=pledge.sponsor)
        check_terms(pledge)
        check_dates(pledge, timezone.now())
        pledge.sponsor_signed_by = signed_by.strip()
        pledge.state, pledge.proposed_at = PledgeState.PROPOSED, timezone.now()
        pledge.save(update_fields=["sponsor_signed_by", "state", "proposed_at"])
        log(instance=pledge, action="campaigns.pledge.propose", user=user)
    return pledge
