"""What waits for the team among promises: contestations, proofs, declarations, late deliveries."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.domain.claim_rights import may_rule
from campaigns.domain.contestation_age import LONGEST
from campaigns.domain.decide_declaration import may_approve
from campaigns.domain.pledge_rights import may_activate, may_write
from campaigns.enums import ClaimState, ContestationState, PledgeState
from campaigns.models import Claim, Contestation, Declaration, Pledge
from users.inbox import Entry, Source
from users.models import User

PROOFS_WITHIN = DECLARATIONS_WITHIN = timedelta(days=7)


def _contestations() -> QuerySet[Contestation]:
    waiting = Contestation.objects.exclude(state=ContestationState.REJECTED)
    return waiting.filter(answered_at=None).order_by("filed_at", "pk")


def _contestation(found: Contestation) -> Entry:
    link = reverse("contestations:inspect", args=[found.pk])
    return Entry(str(found.pk), str(found), link, found.filed_at, LONGEST)


def _proofs() -> QuerySet[Claim]:
    """Proofs that nobody has looked at yet."""
    unproven = Claim.objects.filter(state=ClaimState.NO_PROOF, rulings=None)
    return unproven.exclude(proof_url="", proof=None).order_by("made_on", "pk")


def _proof(claim: Claim) -> Entry:
    link = reverse("claims:inspect", args=[claim.pk])
    return Entry(str(claim.pk), claim.statement, link, _morning(claim.made_on), PROOFS_WITHIN)


def _declarations() -> QuerySet[Declaration]:
    waiting = Declaration.objects.filter(approved_at=None, rejected_at=None)
    return waiting.select_related("organisation").order_by("declared_at", "pk")


def _declaration(found: Declaration) -> Entry:
    link = reverse("declarations:show", args=[found.pk])
    title = f"{found}: {found.about}"
    return Entry(str(found.pk), title, link, found.declared_at, DECLARATIONS_WITHIN)


def _may_hurry(user: User) -> bool:
    return may_write(user) or may_activate(user)


def _late() -> QuerySet[Pledge]:
    late = Pledge.objects.filter(state=PledgeState.LATE)
    return late.select_related("sponsor", "beneficiary").order_by("delivery_due_on", "pk")


def _late_one(pledge: Pledge) -> Entry:
    link = reverse("pledges:inspect", args=[pledge.pk])
    since = _morning(pledge.delivery_due_on + timedelta(days=1))
    # It is too late from the beginning.
    return Entry(str(pledge.pk), str(pledge), link, since, timedelta(0))


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


SOURCES = (
    Source("contestation", _("Contestations"), may_rule, _contestations, _contestation),
    Source("claim", _("Proofs"), may_rule, _proofs, _proof),
    Source("declaration", _("Declared acts"), may_approve, _declarations, _declaration),
    Source("late_pledge", _("Late deliveries"), _may_hurry, _late, _late_one),
)
