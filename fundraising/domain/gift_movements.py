"""The movements of money that a gift is made of: paid once, given back in parts.

They follow from what the provider told as `fold_events` reads it, so they add up to what is left.
"""

from dataclasses import dataclass
from datetime import datetime

from fundraising.domain.fold_events import fold_events
from fundraising.models import Donation


@dataclass(frozen=True, slots=True)
class Movement:
    """Cents that came (or, negative, went back) at an instant.

    `refund_ref` names the refund, or the complaint, that moved them.
    """

    at: datetime
    cents: int
    refund_ref: str = ""


def movements_of(gift: Donation) -> list[Movement]:
    """Return the movements of `gift` in the order of their time.

    Each telling moves what all of them up to its instant amount to. A refund that was told before
    its payment counts from the payment on; what a complaint took comes back when it is restored.
    """
    told = sorted(gift.events.all(), key=lambda event: (event.occurred_at, event.pk))
    found: list[Movement] = []
    paid, refunded, ref = 0, 0, ""
    for number, event in enumerate(told, start=1):
        sums, ref = fold_events(told[:number]), event.refund_ref or ref
        if sums.paid_cents != paid:
            found.append(Movement(event.occurred_at, sums.paid_cents - paid))
        if sums.refunded_cents != refunded:
            found.append(Movement(event.occurred_at, refunded - sums.refunded_cents, ref))
        paid, refunded = sums.paid_cents, sums.refunded_cents
    return found
