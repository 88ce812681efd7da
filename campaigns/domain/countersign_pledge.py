"""The beneficiary's side signs what the sponsor offers."""

from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_write
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.refusals import SameSignature, SignatureMissing
from users.models import User


def countersign_pledge(user: User, pledge: Pledge, signed_by: str) -> Pledge:
    """Record that `signed_by`, a name and function, signed for the beneficiary.

    Returns the pledge as it is now. Raises MayNotPledge, WrongStep, SignatureMissing, or
    SameSignature when the same words signed for the sponsor.
    """
    ensure_may_write(user)
    with locked_pledge(pledge, PledgeState.PROPOSED) as pledge:
        name = signed_by.strip()
        if not name:
            raise SignatureMissing(organisation=pledge.beneficiary)
        if name.casefold() == pledge.sponsor_signed_by.casefold():
            raise SameSignature(name=name)
        pledge.beneficiary_signed_by = name
        pledge.state, pledge.countersigned_at = PledgeState.COUNTERSIGNED, timezone.now()
        pledge.save(update_fields=["beneficiary_signed_by", "state", "countersigned_at"])
        log(instance=pledge, action="campaigns.pledge.countersign", user=user)
    return pledge
