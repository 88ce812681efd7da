"""Receive acts: judge each, write it, and move what hangs on it, all in one transaction.

Requests that arrive together are written together (`audience.front.writer`). A lock on the meter
puts batches of all processes in a row, so what is read here stays true until the commit; unique
constraints stand behind it all the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count

from audience.domain.daily_totals import add_to_totals
from audience.domain.days import day_of
from audience.domain.note_arrivals import note_arrivals
from audience.domain.write_acts import insert_acts
from audience.enums import Reason, Verdict
from audience.listeners import tell
from audience.models import Act, Meter
from audience.received import RECEIVED, Arrival, ReceivedAct

BUDGET_WINDOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as it was received. `refusal`: what the request alone already speaks against it.

    `browser` and `site`: see `Arrival`.
    """

    meter_key: str
    kind: str
    received_at: datetime
    nonce: str | None = None
    person: str | None = None
    network: str = ""
    host: str = ""
    came_by: str = ""
    film: str = ""
    browser: str = ""
    site: str = ""
    refusal: Reason | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an act ended. `is_repeat`: it had been received before, and this is how it ended then."""

    verdict: str
    reason: str
    number: int | None
    nonce: str | None
    gifts: list[list[int]] = field(default_factory=list)
    is_repeat: bool = False


def count_acts(offers: Sequence[Offer]) -> list[Outcome | None]:
    """Write `offers` and return how each ended, in their order; None where there is no such meter.

    When this returns, everything is committed: acts, totals, and what listeners wrote.
    """
    outcomes: list[Outcome | None] = [None] * len(offers)
    places: dict[str, list[int]] = defaultdict(list)
    for place, offer in enumerate(offers):
        places[offer.meter_key].append(place)
    with transaction.atomic():
        meters = Meter.objects.select_for_update().filter(key__in=places).order_by("pk")
        for meter in meters:
            here = places[meter.key]
            found = _Batch(meter, [offers[place] for place in here]).write()
            for place, outcome in zip(here, found, strict=True):
                outcomes[place] = outcome
    return outcomes


class _Batch:
    """The acts of one meter in one transaction."""

    def __init__(self, meter: Meter, offers: Sequence[Offer]) -> None:
        self.meter = meter
        self.offers = offers
        self.known = _acts_named(offer.nonce for offer in offers)
        self.seen = _already_counted(meter, offers)
        self.spent = _spent_budgets(offers)
        self.acts: list[ReceivedAct] = []
        self.arrivals: list[Arrival] = []

    def write(self) -> list[Outcome]:
        """Judge and write all; return how each ended."""
        ended = [self._receive(offer) for offer in self.offers]
        counted = [arrival.act for arrival in self.arrivals]
        for number, act in enumerate(counted, self.meter.last_number + 1):
            act.number = number
        if counted:
            tell(self.meter, counted)
        insert_acts(self.meter, self.acts)
        add_to_totals(self.meter, self.acts)
        note_arrivals(self.meter, self.arrivals)
        return [_outcome(act, is_repeat) for act, is_repeat in ended]

    def _receive(self, offer: Offer) -> tuple[ReceivedAct, bool]:
        """Return the act that the offer makes, or the one that it repeats, and whether it does."""
        before = self.known.get(offer.nonce) if offer.nonce else None
        if before is not None and before.person == offer.person:
            return before, True
        act = ReceivedAct(
            kind=offer.kind,
            day=day_of(offer.received_at),
            received_at=offer.received_at,
            host=offer.host,
            person=offer.person,
            network=offer.network,
            nonce=None if before is not None else offer.nonce,
            came_by=offer.came_by,
            film=offer.film,
        )
        act.verdict, act.reason = self._judge(act, offer, is_token_used=before is not None)
        if act.verdict == Verdict.COUNTED:
            if act.person is not None:
                self.seen.add((act.person, act.kind, act.day, act.host))
            self.spent[act.network] += 1
            self.arrivals.append(Arrival(act, offer.browser, offer.site))
        if act.nonce:
            self.known[act.nonce] = act
        self.acts.append(act)
        return act, False

    def _judge(
        self, act: ReceivedAct, offer: Offer, *, is_token_used: bool
    ) -> tuple[Verdict, Reason]:
        meter = self.meter
        if offer.refusal is not None:
            return Verdict.REFUSED, offer.refusal
        if is_token_used:
            return Verdict.REFUSED, Reason.TOKEN_USED
        if meter.opens_at and act.received_at < meter.opens_at:
            return Verdict.REFUSED, Reason.NOT_OPEN_YET
        if meter.closes_at and act.received_at >= meter.closes_at:
            return Verdict.REFUSED, Reason.CLOSED
        if (act.person, act.kind, act.day, act.host) in self.seen:
            return Verdict.REFUSED, Reason.ALREADY_COUNTED
        if act.network and self.spent[act.network] >= settings.ACTS_PER_NETWORK:
            return Verdict.TO_VERIFY, Reason.BUSY_NETWORK
        return Verdict.COUNTED, Reason.NONE


def _acts_named(nonces: Iterable[str | None]) -> dict[str | None, ReceivedAct]:
    named = Act.objects.filter(nonce__in={nonce for nonce in nonces if nonce})
    return {row["nonce"]: ReceivedAct(**row) for row in named.values(*RECEIVED)}


def _already_counted(meter: Meter, offers: Sequence[Offer]) -> set[tuple]:
    """Return (person, kind, day, host) of the people of these offers who were counted before."""
    people = {offer.person for offer in offers if offer.person and offer.refusal is None}
    days = {day_of(offer.received_at) for offer in offers}
    counted = Act.objects.filter(
        meter=meter, person__in=people, day__in=days, verdict=Verdict.COUNTED
    )
    return set(counted.values_list("person", "kind", "day", "host"))


def _spent_budgets(offers: Sequence[Offer]) -> Counter[str]:
    """Return how many acts of each network were counted in the last minutes."""
    networks = {offer.network for offer in offers if offer.network and offer.refusal is None}
    if not networks:
        return Counter()
    since = min(offer.received_at for offer in offers) - BUDGET_WINDOW
    recent = Act.objects.filter(
        network__in=networks, received_at__gt=since, verdict=Verdict.COUNTED
    )
    return Counter(dict(recent.values_list("network").annotate(Count("pk"))))


def _outcome(act: ReceivedAct, is_repeat: bool) -> Outcome:
    return Outcome(act.verdict, act.reason, act.number, act.nonce, act.gifts, is_repeat)
