"""What was given for a cause within a time: the bar of a live programme, and what it brought."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone

from fundraising.models import Donation, Fund, Fundraiser
from fundraising.models.fundraiser import shows_test_gifts
from qa.enums import PUBLIC_STATES


@dataclass(frozen=True, slots=True)
class Donated:
    """`cents` is what is left after refunds; `address`: where one gives now, "" for nowhere."""

    cents: int
    count: int
    address: str


def donated_during(causes: Iterable[UUID], since: datetime, until: datetime) -> Donated | None:
    """Sum up the gifts paid from `since` to `until` on public pages for the `causes`, in euros.

    Causes are named by their translation keys. None where nothing was given, nor can be now.
    """
    funds = list(Fund.objects.filter(cause__translation_key__in=causes).select_related("cause"))
    if not funds:
        return None
    left = F("paid_cents") - F("refunded_cents")
    summed = _gifts(funds, since, until).aggregate(
        cents=Sum(left), count=Count("pk", filter=Q(paid_cents__gt=F("refunded_cents")))
    )
    given = Donated(summed["cents"] or 0, summed["count"], _address(funds))
    return given if given.count or given.address else None


def _gifts(funds: list[Fund], since: datetime, until: datetime) -> QuerySet[Donation]:
    found = Donation.objects.filter(
        fundraiser__fund__in=funds,
        fundraiser__state__in=PUBLIC_STATES,
        currency="EUR",
        paid_at__range=(since, until),
    )
    return found if shows_test_gifts() else found.filter(is_test=False)


def _address(funds: list[Fund]) -> str:
    """Return the list of the pages that collect for `funds`, if one of them takes gifts."""
    giving = [fund for fund in funds if fund.gateway is not None]
    if not Fundraiser.objects.collecting(timezone.localdate()).filter(fund__in=giving).exists():
        return ""
    query = f"?{urlencode({'cause': giving[0].cause.slug})}" if len(giving) == 1 else ""
    return f"{reverse('fundraisers')}{query}"
