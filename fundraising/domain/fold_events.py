"""What a gift amounts to, from all that its provider told: in whatever order, however often."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    """
    paid, refunds, kinds = 0, dict[str, int](), set[str]()
    for event in events:
        kinds.add(event.kind)
        if event.kind == EventKind.PAID:
            paid = max(paid, event.amount_cents)
        elif event.kind == EventKind.REFUNDED:
            refunds[event.refund_ref] = max(refunds.get(event.refund_ref, 0), event.amount_cents)
    refunded = min(paid, sum(refunds.values()))
    return Sums(paid, refunded, _state(paid, refunded, kinds))


def _state(paid: int, refunded: int, kinds: set[str]) -> GiftState:
    if paid and refunded == paid:
        return GiftState.REFUNDED
    if paid:
        return GiftState.PART_REFUNDED if refunded else GiftState.PAID
    if EventKind.REFUSED in kinds:
        return GiftState.REFUSED
    return GiftState.CANCELLED if EventKind.CANCELLED in kinds else GiftState.PENDING
