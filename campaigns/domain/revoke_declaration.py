"""Revoke an approved declaration: its acts count no more, and everybody sees that they did.

The rows of the acts stay. The campaign's figures and each promise they counted for go back by so
many acts; what they had unlocked is taken back by a line of the ledger. Later acts unlock it again,
rightly.
"""

from datetime import datetime

from django.utils import timezone
from wagtail.log_actions import log

from audience.domain.take_back_acts import take_back_acts
from campaigns.domain.decide_declaration import locked_declaration, may_approve
from campaigns.domain.give import terms_of
from campaigns.domain.ledger.recount_promise import acts_of, promises_in
from campaigns.domain.ledger.totals import UNPUBLISHED
from campaigns.domain.pledge_state import move_to_state_due
from campaigns.domain.quantities import quantity_label
from campaigns.domain.write_entry import take_back
from campaigns.enums import EntryKind, PledgeState
from campaigns.models import Declaration, Pledge, TallyCorrection
from campaigns.refusals import AlreadyDecided, MayNotDeclare, NotRevocable, WhyMissing
from users.models import User


def revoke_declaration(user: User, declaration: Declaration, why: str) -> Declaration:
    """Take back all that `declaration` counted for, for a reason that is public.

    Raises MayNotDeclare, WhyMissing, AlreadyDecided, or NotRevocable when too much of what it
    unlocked is delivered already; then nothing has changed.
    """
    if not may_approve(user):
        raise MayNotDeclare
    if not why.strip():
        raise WhyMissing
    with locked_declaration(declaration) as fresh:
        if not fresh.approved_at or fresh.revoked_at:
            raise AlreadyDecided
        now = timezone.now()
        fresh.revoked_by, fresh.revoked_at, fresh.why = user, now, why.strip()[:200]
        fresh.ended_at = fresh.ended_at or now
        pledges = Pledge.objects.with_terms().filter(meter=fresh.meter_id)
        for versions in promises_in(pledges.exclude(state__in=UNPUBLISHED)):
            _go_back(versions, fresh, now)
        take_back_acts(fresh.meter, fresh.origin, now)
        data = {"why": fresh.why}
        log(instance=fresh, action="campaigns.declaration.revoke", user=user, data=data)
    return fresh


def _go_back(versions: list[Pledge], declaration: Declaration, now: datetime) -> None:
    """Let the version in force go back by the acts that the declaration gave this promise."""
    followers = [*versions[1:], None]
    acts = sum(
        acts_of(one, follower).filter(host=declaration.origin).count()
        for one, follower in zip(versions, followers, strict=True)
    )
    if not acts:
        return
    pledge = versions[-1]
    terms = terms_of(pledge)
    quantity = terms.units(pledge.tally) - terms.units(pledge.tally - acts)
    left = pledge.unlocked - pledge.delivered
    if quantity > left:
        raise NotRevocable(
            unlocked=quantity_label(quantity, pledge.unit), left=quantity_label(left, pledge.unit)
        )
    entry = take_back(pledge, EntryKind.UNLOCKED, quantity, _note(declaration))
    TallyCorrection.objects.create(
        declaration=declaration,
        pledge=pledge,
        acts=acts,
        quantity=quantity,
        entry=entry,
        recorded_at=now,
    )
    pledge.tally -= acts
    pledge.unlocked -= quantity
    if pledge.state == PledgeState.CAPPED and pledge.tally < terms.acts_to_the_end:
        pledge.state, pledge.closed_at = PledgeState.ACTIVE, None
    move_to_state_due(pledge, now)
    pledge.save(update_fields=["tally", "unlocked", "state", "closed_at"])


def _note(declaration: Declaration) -> str:
    """What everybody reads in the ledger, in whatever language the team works."""
    return f"{declaration.organisation}, {declaration.done_on}: {declaration.why}"[:200]
