"""Change a pledge while nothing else does: no act counts, nobody else takes a step."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from audience.models import Meter
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.refusals import WrongStep


@contextmanager
def locked_pledge(pledge: Pledge, *states: PledgeState) -> Iterator[Pledge]:
    """Give `pledge` as it is now, its meter locked until the end of the transaction.

    Counting locks the same row, so tally and units stand still meanwhile. What this changes is
    part of the public state: the meter's version grows. Raises WrongStep unless it is in one of
    `states`.
    """
    with transaction.atomic():
        meter = Meter.objects.select_for_update().get(pk=pledge.meter_id)
        fresh = Pledge.objects.with_terms().get(pk=pledge.pk)
        if fresh.meter_id != meter.pk or (states and fresh.state not in states):
            raise WrongStep(state=fresh.get_state_display())
        yield fresh
        meter.version += 1
        meter.save(update_fields=["version"])
