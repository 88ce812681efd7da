"""What the private page of somebody's own link shows."""

from dataclasses import dataclass

from django.db.models import Count, Q

from audience.enums import NotCredited
from audience.models import ShareCode
from audience.shared import Shared, shared_of


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A code with whom it brought. `refused`: acts that are not credited, by reason in words."""

    code: ShareCode
    subject: Shared | None
    people: int
    acts: int
    refused: tuple[tuple[str, int], ...]


def show_own_link(secret: str) -> OwnLink | None:
    """Return the link whose private page has the address `secret`, or None. Three queries."""
    code = ShareCode.objects.filter(secret=secret).first()
    if code is None:
        return None
    credited = Q(reason=NotCredited.NONE)
    sums = code.referrals.aggregate(
        acts=Count("pk", filter=credited), people=Count("pk", filter=credited & Q(is_new=True))
    )
    reasons = code.referrals.exclude(credited).values_list("reason").annotate(Count("pk"))
    refused = tuple((str(NotCredited(name).label), count) for name, count in sorted(reasons))
    subject = shared_of(code.kind, code.key)
    return OwnLink(code, subject, sums["people"], sums["acts"], refused)
