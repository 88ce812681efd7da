"""Let counted acts unlock what their campaign's pledges promise for them.

Called in the transaction that counts the acts, with the meter locked: so no two batches look at
the same tally, and units stop exactly at the cap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.utils import timezone

from audience.models import Meter
from audience.received import ReceivedAct
from campaigns.domain.announce import announce
from campaigns.domain.clauses import Terms, terms_from
from campaigns.domain.write_entry import write_entry
from campaigns.enums import EntryKind, NewsEvent, PledgeState
from campaigns.models import MilestoneReached, Pledge

# A pledge goes on counting voices after its ceiling: they add nothing, and are heard.
COUNTING = (PledgeState.ACTIVE, PledgeState.CAPPED)


@dataclass(frozen=True, slots=True)
class _Contract:
    """What cannot change once a pledge is active. `milestones`: (acts, key) of each."""

    terms: Terms
    milestones: tuple[tuple[int, int], ...]


def terms_of(pledge: Pledge) -> Terms:
    """Return the contract of `pledge` as something that computes."""
    rows = [(one.kind, one.quantity, one.acts, one.cap) for one in pledge.clauses.all()]
    return terms_from(rows, pledge.cap)


@lru_cache(maxsize=256)
def _contract(pledge_id: int, activated_at: datetime | None) -> _Contract:
    """Read the contract of an active pledge once in the life of this process."""
    pledge = Pledge.objects.get(pk=pledge_id)
    milestones = pledge.milestones.order_by("acts").values_list("acts", "pk")
    return _Contract(terms_of(pledge), tuple(milestones))


def give(meter: Meter, acts: Sequence[ReceivedAct]) -> None:
    """Unlock what `acts` unlock, and note on each act what it gave."""
    for pledge in Pledge.objects.filter(meter=meter, state__in=COUNTING).order_by("pk"):
        counted = [act for act in acts if _counts(pledge, act)]
        if counted:
            _give_from(pledge, counted)


def takes(meter: Meter, kind: str) -> bool:
    """Return whether a running pledge of `meter` counts acts of `kind`."""
    now = timezone.now()
    running = Pledge.objects.filter(meter=meter, state__in=COUNTING, ends_at__gt=now)
    return any(kind in kinds for kinds in running.values_list("kinds", flat=True))


def _counts(pledge: Pledge, act: ReceivedAct) -> bool:
    since = max(moment for moment in (pledge.starts_at, pledge.activated_at) if moment)
    return act.kind in pledge.kinds and since <= act.received_at < pledge.ends_at


def _give_from(pledge: Pledge, acts: Sequence[ReceivedAct]) -> None:
    contract, before = _contract(pledge.pk, pledge.activated_at), pledge.tally
    terms = contract.terms
    for tally, act in enumerate(acts, before + 1):
        gift = terms.gift(tally)
        if gift:
            act.gifts = [*act.gifts, [pledge.pk, gift]]
    pledge.tally = before + len(acts)
    unlocked = terms.units(pledge.tally)
    if unlocked > pledge.unlocked:
        write_entry(
            pledge,
            EntryKind.UNLOCKED,
            unlocked - pledge.unlocked,
            tally_from=before + 1,
            tally_to=pledge.tally,
        )
        pledge.unlocked = unlocked
    _reach_milestones(pledge, contract, before, acts)
    if pledge.state == PledgeState.ACTIVE and pledge.tally >= terms.acts_to_the_end:
        pledge.state, pledge.closed_at = PledgeState.CAPPED, timezone.now()
        announce(pledge, NewsEvent.CAPPED)
    # Not save(): what Wagtail does for each save (its index of references) would double the cost of
    # an act, and nothing that it looks at changes here.
    Pledge.objects.filter(pk=pledge.pk).update(
        tally=pledge.tally,
        unlocked=pledge.unlocked,
        state=pledge.state,
        closed_at=pledge.closed_at,
    )


def _reach_milestones(
    pledge: Pledge, contract: _Contract, before: int, acts: Sequence[ReceivedAct]
) -> None:
    reached = [
        MilestoneReached(
            milestone_id=milestone_id,
            act_number=acts[needed - before - 1].number or 0,
            reached_at=acts[needed - before - 1].received_at,
        )
        for needed, milestone_id in contract.milestones
        if before < needed <= before + len(acts)
    ]
    if reached:
        # One that acts of a revoked declaration had reached stays reached, by them.
        MilestoneReached.objects.bulk_create(reached, ignore_conflicts=True)
    for one in reached:
        announce(pledge, NewsEvent.MILESTONE, milestone=one.milestone)
