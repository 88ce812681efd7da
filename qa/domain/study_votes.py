"""What is striking about votes: bursts, fresh ballots, a network that casts many.

Nothing here proves anything: a teacher who says “vote now” makes a burst from one network with
fresh ballots. It shows a person of the team where to look.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMinute

from qa.domain.count_votes import ASIDE, TAKEN_BACK, VALID, Counts
from qa.domain.meant_votes import IS_FRESH
from qa.models import Vote

MINUTE = timedelta(minutes=1)
# A burst has so many votes a minute at least, and so many times as many as a usual minute.
LEAST_BURST, TIMES_USUAL = 10, 5
LEAST_NETWORK = 5
MOST_SHOWN = 5
MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Burst:
    """Minutes in a row with very many votes. `ends_at` is no longer in it."""

    starts_at: datetime
    ends_at: datetime
    votes: int


@dataclass(frozen=True, slots=True)
class Network:
    """The hash of a network, which changes each day, and how many votes came from it."""

    name: str
    votes: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Votes over time, in equal steps from `starts_at` on."""

    starts_at: datetime
    step: timedelta
    votes: list[int]


@dataclass(frozen=True, slots=True)
class Study:
    """All that is striking about some votes. Shares are of votes that count, from 0 to 1."""

    counts: Counts
    usual: float
    bursts: list[Burst]
    fresh: int
    fresh_elsewhere: float
    with_network: int
    networks: list[Network]
    bars: Bars | None

    @property
    def fresh_share(self) -> float:
        return self.fresh / self.counts.valid if self.counts.valid else 0.0


def study_votes(votes: QuerySet[Vote]) -> Study:
    """Return what is striking about `votes`."""
    counted = votes.aggregate(
        valid=Count("pk", filter=VALID),
        taken_back=Count("pk", filter=TAKEN_BACK),
        aside=Count("pk", filter=ASIDE),
        fresh=Count("pk", filter=VALID & IS_FRESH),
        with_network=Count("pk", filter=VALID & ~Q(network="")),
    )
    fresh, with_network = counted.pop("fresh"), counted.pop("with_network")
    minutes = _minutes(votes.filter(VALID))
    usual = median(minutes.values()) if minutes else 0
    return Study(
        counts=Counts(**counted),
        usual=usual,
        bursts=find_bursts(minutes, usual),
        fresh=fresh,
        fresh_elsewhere=_fresh_everywhere(),
        with_network=with_network,
        networks=_networks(votes.filter(VALID)),
        bars=in_bars(minutes),
    )


def find_bursts(minutes: dict[datetime, int], usual: float) -> list[Burst]:
    """Return the bursts in votes per minute, the largest first; neighbours are one."""
    least = max(LEAST_BURST, TIMES_USUAL * usual)
    found: list[Burst] = []
    for minute, votes in sorted(minutes.items()):
        if votes < least:
            continue
        if found and found[-1].ends_at == minute:
            last = found.pop()
            found.append(Burst(last.starts_at, minute + MINUTE, last.votes + votes))
        else:
            found.append(Burst(minute, minute + MINUTE, votes))
    return sorted(found, key=lambda burst: -burst.votes)[:MOST_SHOWN]


def in_bars(minutes: dict[datetime, int]) -> Bars | None:
    """Return votes per minute in at most MOST_BARS steps of whole minutes, None without any."""
    if not minutes:
        return None
    first, last = min(minutes), max(minutes)
    whole = (last - first) // MINUTE + 1
    step = -(-whole // MOST_BARS) * MINUTE
    bars = [0] * -(-whole * MINUTE // step)
    for minute, votes in minutes.items():
        bars[(minute - first) // step] += votes
    return Bars(first, step, bars)


def _minutes(votes: QuerySet[Vote]) -> dict[datetime, int]:
    rows = votes.annotate(minute=TruncMinute("cast_at")).values_list("minute")
    return dict(rows.annotate(Count("pk")).order_by())


def _networks(votes: QuerySet[Vote]) -> list[Network]:
    rows = votes.exclude(network="").values_list("network").annotate(number=Count("pk"))
    most = rows.filter(number__gte=LEAST_NETWORK).order_by("-number", "network")[:MOST_SHOWN]
    return [Network(name, number) for name, number in most]


def _fresh_everywhere() -> float:
    """Return the share of fresh ballots among the latest votes of the whole site."""
    latest = Vote.objects.filter(pk__in=Vote.objects.order_by("-pk").values("pk")[:5_000])
    found = latest.aggregate(all=Count("pk"), fresh=Count("pk", filter=IS_FRESH))
    return found["fresh"] / found["all"] if found["all"] else 0.0
