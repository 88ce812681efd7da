"""How many like a project: received = counted + refused + to verify, as with all acts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum

from audience.enums import ActKind, Verdict
from audience.models import DailyTotal
from projects.models import Project


@dataclass(frozen=True, slots=True)
class Likes:
    """Acts of one kind on one meter, by how they ended."""

    counted: int = 0
    refused: int = 0
    to_verify: int = 0

    @property
    def received(self) -> int:
        return self.counted + self.refused + self.to_verify


def likes_of(projects: Iterable[Project]) -> dict[int, Likes]:
    """Return the likes of each project by its primary key. One query."""
    meters = {one.meter_id: one.pk for one in projects if one.meter_id}
    totals = DailyTotal.objects.filter(meter__in=meters, kind=ActKind.LIKE)
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = totals.order_by().values_list("meter", "verdict").annotate(Sum("count"))
    for meter, verdict, count in rows:
        found[meters[meter]][Verdict(verdict).value] = count
    return {pk: Likes(**counts) for pk, counts in found.items()}


def likes_of_one(project: Project) -> Likes:
    """Return the likes of a project."""
    return likes_of([project]).get(project.pk, Likes())
