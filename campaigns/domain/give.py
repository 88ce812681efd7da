"""Let counted acts unlock what their campaign's pledges promise for them.

Called in the transaction that counts the acts, with the meter locked: so no two batches look at
the same tally, and units stop exactly at the cap.
"""

from collections.abc import Sequence

from django.utils import timezone

from audience.models import Act, Meter
from campaigns.domain.clauses import Terms, terms_from
from campaigns.enums import EntryKind, PledgeState
from campaigns.models import LedgerEntry, MilestoneReached, Pledge

# A pledge goes on counting voices after its ceiling: they add nothing, and are heard.
COUNTING = (PledgeState.ACTIVE, PledgeState.CAPPED)


def terms_of(pledge: Pledge) -> Terms:
    """Return the contract of `pledge` as something that computes."""
    rows = [(one.kind, one.quantity, one.acts, one.cap) for one in pledge.clauses.all()]
    return terms_from(rows, pledge.cap)


def give(meter: Meter, acts: Sequence[Act]) -> None:
    """Unlock what `acts` unlock, and note on each act what it gave."""
    pledges = (
        Pledge.objects.filter(meter=meter, state__in=COUNTING)
        .prefetch_related("clauses", "milestones__reached")
        .order_by("pk")
    )
    for pledge in pledges:
        counted = [act for act in acts if _counts(pledge, act)]
        if counted:
            _give_from(pledge, counted)


def _counts(pledge: Pledge, act: Act) -> bool:
    return act.kind in pledge.kinds and pledge.starts_at <= act.received_at < pledge.ends_at


def _give_from(pledge: Pledge, acts: Sequence[Act]) -> None:
    terms, before = terms_of(pledge), pledge.tally
    for tally, act in enumerate(acts, before + 1):
        gift = terms.gift(tally)
        if gift:
            act.gifts = [*act.gifts, [pledge.pk, gift]]
    pledge.tally = before + len(acts)
    unlocked = terms.units(pledge.tally)
    if unlocked > pledge.unlocked:
        LedgerEntry.objects.create(
            pledge=pledge,
            kind=EntryKind.UNLOCKED,
            quantity=unlocked - pledge.unlocked,
            unit=pledge.unit,
            tally_from=before + 1,
            tally_to=pledge.tally,
            recorded_at=timezone.now(),
        )
        pledge.unlocked = unlocked
    if pledge.state == PledgeState.ACTIVE and pledge.tally >= terms.acts_to_the_end:
        pledge.state, pledge.closed_at = PledgeState.CAPPED, timezone.now()
    pledge.save(update_fields=["tally", "unlocked", "state", "closed_at"])
    _reach_milestones(pledge, before, acts)


def _reach_milestones(pledge: Pledge, before: int, acts: Sequence[Act]) -> None:
    reached = [
        MilestoneReached(
            milestone=milestone,
            act_number=acts[milestone.acts - before - 1].number,
            reached_at=acts[milestone.acts - before - 1].received_at,
        )
        for milestone in pledge.milestones.all()
        if before < milestone.acts <= pledge.tally and not hasattr(milestone, "reached")
    ]
    MilestoneReached.objects.bulk_create(reached)
