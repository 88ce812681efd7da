"""Acts that happened elsewhere, as a campaign's page shows them: apart from its clicks."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone

from audience.enums import ActKind, Verdict
from audience.models import CodeBatch, DailyTotal, Meter


@dataclass(frozen=True, slots=True)
class OffsiteFigures:
    """How many acts elsewhere counted, by the way they came. `takes_codes`: some can be typed."""

    codes: int
    sales: int
    takes_codes: bool

    def __bool__(self) -> bool:
        return bool(self.total or self.takes_codes)

    @property
    def total(self) -> int:
        return self.codes + self.sales


def offsite_of(meter: Meter) -> OffsiteFigures:
    """Return the figures of `meter`, from its totals."""
    came = _by_way(meter)
    now = timezone.now()
    open_batches = CodeBatch.objects.filter(
        meter=meter,
        made_at__isnull=False,
        revoked_at=None,
        valid_from__lte=now,
        valid_until__gt=now,
    )
    return OffsiteFigures(came["code"], came["sale"], open_batches.exists())


def _by_way(meter: Meter) -> Counter[str]:
    """Return the counted acts by the first part of their origin: code, sale."""
    totals = DailyTotal.objects.filter(
        meter=meter, kind=ActKind.OFFSITE, verdict=Verdict.COUNTED
    ).values_list("host")
    came: Counter[str] = Counter()
    for host, count in totals.annotate(Sum("count")):
        came[host.partition(":")[0]] += count
    return came
