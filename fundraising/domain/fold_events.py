"""What a gift amounts to, from all that its provider told: in whatever order, however often."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fundraising.enums import EventKind, GiftState
from fundraising.models import ProviderEvent


@dataclass(frozen=True, slots=True)
class Sums:
    """What was paid and given back, in cents, and where that leaves the gift."""

    paid_cents: int
    refunded_cents: int
    state: GiftState


def fold_events(events: Iterable[ProviderEvent]) -> Sums:
    """Return the sums of `events`.

    A gift is paid once: told again, the larger amount stands. Each refund counts once, by its
    reference, and all of them together give back no more than was paid. So a payment that is told
    again after a refund brings nothing back, and a refund told before its payment waits for it.
    A complaint takes its amount back as a refund does, unless something later restores it.
    """
    paid, backs, kinds = 0, dict[str, int](), set[str]()
    contested, restored, lost = dict[str, datetime](), dict[str, datetime](), set[str]()
    for event in events:
        kinds.add(event.kind)
        if event.kind == EventKind.PAID:
            paid = max(paid, event.amount_cents)
        elif event.kind in (EventKind.REFUNDED, EventKind.CONTESTED):
            backs[event.refund_ref] = max(backs.get(event.refund_ref, 0), event.amount_cents)
        if event.kind == EventKind.CONTESTED:
            _note(contested, event)
        elif event.kind == EventKind.RESTORED:
            _note(restored, event)
        elif event.kind == EventKind.REFUNDED:
            lost.add(event.refund_ref)
    over = {ref for ref, at in restored.items() if at >= contested.get(ref, at)}
    refunded = min(paid, sum(cents for ref, cents in backs.items() if ref not in over))
    if paid and contested.keys() - lost - over:
        return Sums(paid, refunded, GiftState.CONTESTED)
    return Sums(paid, refunded, _state(paid, refunded, kinds))


def _note(latest: dict[str, datetime], event: ProviderEvent) -> None:
    """Keep the latest instant at which something was told of a complaint."""
    before = latest.get(event.refund_ref, event.occurred_at)
    latest[event.refund_ref] = max(before, event.occurred_at)


def _state(paid: int, refunded: int, kinds: set[str]) -> GiftState:
    if paid and refunded == paid:
        return GiftState.REFUNDED
    if paid:
        return GiftState.PART_REFUNDED if refunded else GiftState.PAID
    if EventKind.REFUSED in kinds:
        return GiftState.REFUSED
    return GiftState.CANCELLED if EventKind.CANCELLED in kinds else GiftState.PENDING
