"""Who decides about proofs and contestations, and who can answer them."""

from django.db.models import QuerySet

from campaigns.models import Contestation, Representative
from campaigns.refusals import MayNotRule
from users.models import User


def may_rule(user: User) -> bool:
    """Say whether `user` may decide about proofs and contestations."""
    return user.has_perm("campaigns.rule_claim")


def ensure_may_rule(user: User) -> None:
    """Raise MayNotRule unless `user` may decide."""
    if not may_rule(user):
        raise MayNotRule


def speakers_for(contestation: Contestation) -> QuerySet[Representative]:
    """Return who can answer: those who speak for an organisation that is concerned."""
    if contestation.claim:
        concerned = [contestation.claim.organisation_id]
    else:
        assert contestation.pledge
        concerned = [contestation.pledge.sponsor_id, contestation.pledge.beneficiary_id]
    found = Representative.objects.filter(organisation__in=concerned)
    return found.select_related("organisation", "user").order_by("organisation__name", "pk")
