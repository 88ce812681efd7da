"""Decide whether a claim is proven. Each decision stays, with who took it and why."""

from django.db import transaction
from wagtail.log_actions import log

from campaigns.domain.claim_rights import ensure_may_rule
from campaigns.enums import ClaimState, RulingKind
from campaigns.models import Claim, Ruling
from campaigns.refusals import AlreadyRuled, NoEvidence, RulingReasonMissing
from users.models import User


def accept_proof(user: User, claim: Claim, reason: str = "") -> Claim:
    """Let `claim` count as proven; `reason` says what the proof shows. Return it as it is now.

    Raises MayNotRule, NoEvidence or AlreadyRuled.
    """
    return _rule(user, claim, ClaimState.PROVEN, reason)


def refuse_proof(user: User, claim: Claim, reason: str) -> Claim:
    """Let `claim` count as unproven again. Return it as it is now.

    Raises MayNotRule, RulingReasonMissing or AlreadyRuled.
    """
    if not reason.strip():
        raise RulingReasonMissing
    return _rule(user, claim, ClaimState.NO_PROOF, reason)


def _rule(user: User, claim: Claim, state: ClaimState, reason: str) -> Claim:
    ensure_may_rule(user)
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=claim.pk)
        if claim.state == state:
            raise AlreadyRuled(state=claim.get_state_display())
        if state == ClaimState.PROVEN and not claim.evidence:
            raise NoEvidence
        claim.state = state
        claim.save(update_fields=["state"])
        kind = RulingKind.PROVEN if state == ClaimState.PROVEN else RulingKind.UNPROVEN
        Ruling.objects.create(claim=claim, kind=kind, reason=reason.strip(), ruled_by=user)
        log(instance=claim, action=f"campaigns.claim.{kind}", user=user, data={"reason": reason})
    return claim
