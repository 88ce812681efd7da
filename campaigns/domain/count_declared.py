"""The chore that writes declared acts: each is a row like all others, in portions.

A portion is one transaction: its acts, the number that says how far it came, and all that hangs on
acts. So nothing counts twice, wherever a worker is stopped, and clicks wait for a portion at most.
"""

from django.db import transaction
from django.utils import timezone

from audience.domain.act_names import nonce_of
from audience.domain.count_acts import Offer, count_acts
from audience.enums import ActKind
from audience.models import Meter
from campaigns.models import Declaration

ACTS_AT_ONCE = 500
# Then other chores have their turn.
PORTIONS_A_TURN = 40


def count_declared() -> int:
    """Write acts of approved declarations, oldest first; return how many were written."""
    written = 0
    for _ in range(PORTIONS_A_TURN):
        declaration = _next()
        if declaration is None:
            break
        written += _write_portion(declaration)
    return written


def _next() -> Declaration | None:
    waiting = Declaration.objects.filter(approved_at__isnull=False, ended_at=None)
    return waiting.order_by("approved_at", "pk").first()


@transaction.atomic
def _write_portion(declaration: Declaration) -> int:
    meter = Meter.objects.select_for_update().get(pk=declaration.meter_id)
    fresh = Declaration.objects.select_for_update().get(pk=declaration.pk)
    if fresh.ended_at or not fresh.approved_at:
        return 0  # Another worker was faster, or it was revoked.
    places = range(fresh.written, min(fresh.acts, fresh.written + ACTS_AT_ONCE))
    # An act counts when it is written: under the lock, so that it belongs to the promise in force.
    now = timezone.now()
    count_acts(
        [
            Offer(
                meter_key=meter.key,
                kind=ActKind.OFFSITE.value,
                received_at=now,
                nonce=nonce_of("declaration", fresh.seed, str(place)),
                host=fresh.origin,
            )
            for place in places
        ]
    )
    fresh.written += len(places)
    fresh.ended_at = now if fresh.written == fresh.acts else None
    fresh.save(update_fields=["written", "ended_at"])
    return len(places)
