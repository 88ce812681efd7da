"""Acts that happened elsewhere, as a campaign's page shows them: apart from its clicks."""

from dataclasses import dataclass

from django.db.models import Q, Sum
from django.utils import timezone

from audience.enums import ActKind, Reason, Verdict
from audience.models import CodeBatch, DailyTotal, Meter
from campaigns.models import Declaration


@dataclass(frozen=True, slots=True)
class ShownDeclaration:
    """An approved declaration with how many of its acts were counted, also if it was revoked."""

    declaration: Declaration
    counted: int

    @property
    def is_revoked(self) -> bool:
        return self.declaration.revoked_at is not None


@dataclass(frozen=True, slots=True)
class OffsiteFigures:
    """How many acts elsewhere counted, by the way they came. `takes_codes`: some can be typed."""

    codes: int
    sales: int
    declarations: tuple[ShownDeclaration, ...]
    takes_codes: bool

    def __bool__(self) -> bool:
        return bool(self.total or self.declarations or self.takes_codes)

    @property
    def declared(self) -> int:
        """The declared acts that count; those of revoked declarations do no more."""
        return sum(one.counted for one in self.declarations if not one.is_revoked)

    @property
    def total(self) -> int:
        return self.codes + self.sales + self.declared


def offsite_of(meter: Meter) -> OffsiteFigures:
    """Return the figures of `meter`, from its totals."""
    counted = _by_origin(meter)
    now = timezone.now()
    open_batches = CodeBatch.objects.filter(
        meter=meter,
        made_at__isnull=False,
        revoked_at=None,
        valid_from__lte=now,
        valid_until__gt=now,
    )
    approved = Declaration.objects.filter(meter=meter, approved_at__isnull=False)
    return OffsiteFigures(
        codes=_from(counted, "code:"),
        sales=_from(counted, "sale:"),
        declarations=tuple(
            ShownDeclaration(one, counted.get(one.origin, 0))
            for one in approved.select_related("organisation", "document")
        ),
        takes_codes=open_batches.exists(),
    )


def _by_origin(meter: Meter) -> dict[str, int]:
    """Return how many acts of each origin were counted, with those that were taken back since."""
    counted = Q(verdict=Verdict.COUNTED) | Q(verdict=Verdict.REFUSED, reason=Reason.REVOKED)
    totals = DailyTotal.objects.filter(counted, meter=meter, kind=ActKind.OFFSITE)
    return dict(totals.values_list("host").annotate(Sum("count")))


def _from(counted: dict[str, int], way: str) -> int:
    return sum(count for origin, count in counted.items() if origin.startswith(way))
