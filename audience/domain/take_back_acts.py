"""Let acts that counted count no more: a correction beside them says so, they stay as they are."""

from datetime import datetime

from django.db.models import Count

from audience.domain.daily_totals import add_numbers
from audience.enums import Reason, Verdict
from audience.models import Act, ActCorrection, Meter


def take_back_acts(meter: Meter, origin: str, now: datetime) -> int:
    """Take all counted acts of `origin` out of every total, and return how many these are.

    They are refused from now on, for the day on which they counted: what was received stays what
    it was. The caller has locked the row of `meter`, and calls this once for an origin.
    """
    counted = Act.objects.filter(meter=meter, host=origin, verdict=Verdict.COUNTED).order_by()
    groups = list(counted.values_list("day", "kind", "reason").annotate(Count("pk")))
    corrections: dict[tuple, int] = {}
    numbers: dict[tuple, int] = {}
    for day, kind, reason, acts in groups:
        group = (day, kind, origin)
        corrections[group] = corrections.get(group, 0) + acts
        numbers[*group, Verdict.COUNTED.value, reason] = -acts
        numbers[*group, Verdict.REFUSED.value, Reason.REVOKED.value] = corrections[group]
    ActCorrection.objects.bulk_create(
        ActCorrection(meter=meter, day=day, kind=kind, host=host, acts=acts, recorded_at=now)
        for (day, kind, host), acts in corrections.items()
    )
    if numbers:
        meter.taken_back += sum(corrections.values())
        add_numbers(meter, numbers)
    return sum(corrections.values())
