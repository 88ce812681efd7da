"""The movements of money that a gift is made of: paid once, given back in parts.

They follow from what the provider told as `fold_events` reads it, so they add up to what is left.
"""

from dataclasses import dataclass
from datetime import datetime

from fundraising.enums import EventKind
from fundraising.models import Donation


@dataclass(frozen=True, slots=True)
class Movement:
    """Cents that came (or, negative, went back) at an instant; `refund_ref` names a refund."""

    at: datetime
    cents: int
    refund_ref: str = ""


def movements_of(gift: Donation) -> list[Movement]:
    """Return the movements of `gift` in the order of their time.

    A refund that was told before its payment counts from the payment on; all of them together give
    back no more than was paid.
    """
    if not gift.paid_cents or gift.paid_at is None:
        return []
    found, left = [Movement(gift.paid_at, gift.paid_cents)], gift.paid_cents
    for at, ref, cents in sorted(_refunds(gift)):
        back = min(cents, left)
        if back:
            found.append(Movement(max(at, gift.paid_at), -back, ref))
            left -= back
    return found


def _refunds(gift: Donation) -> list[tuple[datetime, str, int]]:
    """Return (first told at, reference, largest sum told) of each refund."""
    refunds: dict[str, tuple[datetime, int]] = {}
    for event in gift.events.all():
        if event.kind == EventKind.REFUNDED:
            at, cents = refunds.get(event.refund_ref, (event.occurred_at, 0))
            sums = max(cents, event.amount_cents)
            refunds[event.refund_ref] = (min(at, event.occurred_at), sums)
    return [(at, ref, cents) for ref, (at, cents) in refunds.items()]
