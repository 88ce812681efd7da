"""Which sites bring a campaign its acts."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import Sum

from audience.enums import Verdict
from audience.models import DailyTotal, Meter
from campaigns.models import EmbedHost

MOST_SHOWN = 10
# One click is made by whoever wants to see their own name here.
LEAST_ACTS = 3


@dataclass(frozen=True, slots=True)
class HostCredit:
    """A site and how many counted acts came through the widget on it."""

    name: str
    address: str
    acts: int

    @property
    def domain(self) -> str:
        """The address as people say it, which no name typed into a form can pretend to be."""
        return (urlsplit(self.address).hostname or "").removeprefix("www.")


def hosts_of(
    meter: Meter, *, most: int = MOST_SHOWN, least_acts: int = LEAST_ACTS
) -> list[HostCredit]:
    """Return the open hosts that brought `meter` at least so many acts, the best first."""
    totals = dict(
        DailyTotal.objects.filter(meter=meter, verdict=Verdict.COUNTED)
        .exclude(host="")
        .values_list("host")
        .annotate(acts=Sum("count"))
        .filter(acts__gte=least_acts)
    )
    hosts = EmbedHost.objects.filter(key__in=totals, is_open=True)
    credits = [HostCredit(host.name, host.address, totals[host.key]) for host in hosts]
    return sorted(credits, key=lambda credit: (-credit.acts, credit.name.casefold()))[:most]
