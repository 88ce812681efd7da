"""Groups of votes: those of a span of time, of one network, with fresh ballots, or single ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

from front.forms import number_in

# A ballot is fresh when it is this old at most: made for the very vote it is cast with.
FRESH = timedelta(seconds=60)
_LONGEST_NETWORK = 16


@dataclass(frozen=True, slots=True)
class Meant:
    """Which votes are meant: those to which everything applies that is said here."""

    since: datetime | None = None
    until: datetime | None = None
    network: str = ""
    is_fresh: bool = False
    votes: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.since or self.until or self.network or self.is_fresh or self.votes)

    def condition(self) -> Q:
        """Return what the database must find. `until` is no longer in it."""
        found = Q()
        if self.since:
            found &= Q(cast_at__gte=self.since)
        if self.until:
            found &= Q(cast_at__lt=self.until)
        if self.network:
            found &= Q(network=self.network)
        if self.is_fresh:
            found &= IS_FRESH
        if self.votes:
            found &= Q(pk__in=self.votes)
        return found


IS_FRESH = Q(cast_at__lte=F("voter_since") + FRESH)


def read_meant(sent: Mapping[str, str], votes: list[str]) -> Meant:
    """Return what a form means by its fields since, until, network, fresh, and its ticked votes."""
    return Meant(
        since=_instant(sent.get("since", "")),
        until=_instant(sent.get("until", "")),
        network=sent.get("network", "")[:_LONGEST_NETWORK],
        is_fresh=sent.get("fresh") == "1",
        votes=tuple(number for number in map(number_in, votes) if number >= 0),
    )


def _instant(text: str) -> datetime | None:
    try:
        at = parse_datetime(text)
    except ValueError:
        return None
    return at if at and is_aware(at) else None
