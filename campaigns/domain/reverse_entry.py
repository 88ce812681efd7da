"""Correct the ledger: by a line that takes another back, never by an edit."""

from django.db.models import Sum
from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.give import COUNTING
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_activate
from campaigns.domain.pledge_state import move_to_state_due
from campaigns.domain.quantities import quantity_label
from campaigns.domain.write_entry import hand_over, take_back
from campaigns.enums import EntryKind, PledgeState
from campaigns.models import LedgerEntry, Pledge
from campaigns.refusals import (
    AlreadyDelivered,
    MoreThanWritten,
    NotReversible,
    ReasonMissing,
    StillCounting,
)
from users.models import User

REVERSIBLE = (EntryKind.UNLOCKED, EntryKind.DELIVERED)


def left_of(entry: LedgerEntry) -> int:
    """Return how much of `entry` has not been taken back yet, in its unit."""
    taken = entry.corrections.aggregate(sum=Sum("quantity"))["sum"] or 0
    return entry.quantity - taken


def reverse_entry(user: User, entry: LedgerEntry, reason: str, quantity: int) -> LedgerEntry:
    """Take back `quantity` of `entry`, in its unit, and return the line that says so.

    The figures of the version in force follow; delivered stays within unlocked. Raises
    MayNotPledge or a ReversalRefused.
    """
    ensure_may_activate(user)
    with locked_pledge(entry.pledge) as pledge:
        if not reason.strip():
            raise ReasonMissing
        if entry.kind not in REVERSIBLE:
            raise NotReversible
        left = left_of(entry)
        if not 1 <= quantity <= left:
            raise MoreThanWritten(left=quantity_label(left, entry.unit))
        holder = _holder(pledge)
        _check(entry, pledge, holder, quantity)
        kind, note = EntryKind(entry.kind), reason.strip()[:200]
        written = take_back(pledge, kind, quantity, note, corrects=entry)
        if pledge.pk != holder.pk:
            # Open again, it is now owed by the version in force.
            hand_over(pledge, holder, quantity, note)
        _follow(holder, kind, quantity)
        log(instance=pledge, action="campaigns.pledge.reverse", user=user)
    assert written is not None
    return written


def _holder(pledge: Pledge) -> Pledge:
    """Return the version whose figures hold for `pledge`: itself, or what replaced it."""
    return Pledge.objects.get(pk=pledge.latest.pk)


def _check(entry: LedgerEntry, pledge: Pledge, holder: Pledge, quantity: int) -> None:
    if entry.kind == EntryKind.DELIVERED:
        return
    if pledge.state == PledgeState.AMENDED:
        raise NotReversible
    if holder.state in COUNTING:
        raise StillCounting
    free = holder.unlocked - holder.delivered
    if quantity > free:
        raise AlreadyDelivered(left=quantity_label(free, entry.unit))


def _follow(holder: Pledge, kind: EntryKind, quantity: int) -> None:
    name = "delivered" if kind == EntryKind.DELIVERED else "unlocked"
    setattr(holder, name, getattr(holder, name) - quantity)
    move_to_state_due(holder, timezone.now())
    holder.save(update_fields=["unlocked", "delivered", "state", "closed_at"])
