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
    A complaint takes its amount back as a refund does, until it is told to be restored.
    """
    paid, backs, kinds = 0, dict[str, int](), set[str]()
    complaints, ended, restored = set[str](), set[str](), set[str]()
    for event in events:
        kinds.add(event.kind)
        if event.kind == EventKind.PAID:
            paid = max(paid, event.amount_cents)
        elif event.kind in (EventKind.REFUNDED, EventKind.CONTESTED):
            backs[event.refund_ref] = max(backs.get(event.refund_ref, 0), event.amount_cents)
            (complaints if event.kind == EventKind.CONTESTED else ended).add(event.refund_ref)
        elif event.kind == EventKind.RESTORED:
            restored.add(event.refund_ref)
    refunded = min(paid, sum(cents for ref, cents in backs.items() if ref not in restored))
    if paid and complaints - ended - restored:
        return Sums(paid, refunded, GiftState.CONTESTED)
    return Sums(paid, refunded, _state(paid, refunded, kinds))


def _state(paid: int, refunded: int, kinds: set[str]) -> GiftState:
    if paid and refunded == paid:
        return GiftState.REFUNDED
    if paid:
        return GiftState.PART_REFUNDED if refunded else GiftState.PAID
    if EventKind.REFUSED in kinds:
        return GiftState.REFUSED
    return GiftState.CANCELLED if EventKind.CANCELLED in kinds else GiftState.PENDING
