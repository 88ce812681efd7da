"""All totals as one document, written in one way only: the same figures give the same bytes.

It is built twice: from the totals that are kept (`published_totals`), and by `recount` from the
rows of the acts. The two agree byte for byte, or something is wrong.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Sum

from audience.enums import Verdict
from audience.models import DailyTotal, Meter
from campaigns.domain.ledger.accounts import Sums, books_of, sums_by_unit
from campaigns.domain.ledger.head import Head, head_of_ledger
from campaigns.domain.ledger.lines import canonical
from campaigns.enums import PledgeState
from campaigns.models import LedgerEntry, Pledge

# Contracts that never took effect are nobody's business yet.
UNPUBLISHED = (PledgeState.DRAFT, PledgeState.PROPOSED, PledgeState.COUNTERSIGNED)
KEPT_S = 5
_KEPT_UNDER = "ledger:totals"


class Ended(NamedTuple):
    """A way in which acts ended."""

    kind: str
    verdict: str
    reason: str


class MeterTotals(NamedTuple):
    """counted + refused + to_verify = received."""

    counted: int = 0
    refused: int = 0
    to_verify: int = 0

    @property
    def received(self) -> int:
        return self.counted + self.refused + self.to_verify

    def document(self) -> dict[str, int]:
        return {**self._asdict(), "received": self.received}


class PledgeTotals(NamedTuple):
    """What acts and deliveries made of a pledge, in its unit."""

    tally: int
    unlocked: int
    delivered: int


@dataclass(frozen=True, slots=True)
class PledgeName:
    """What of a pledge stands in the document beside its totals."""

    pk: int
    meter: str
    unit: str
    cap: int
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Every figure that we publish."""

    meters: Mapping[str, MeterTotals]
    ended: Mapping[Ended, int]
    pledges: Mapping[PledgeName, PledgeTotals]
    sums: Mapping[tuple[int, str], Sums]
    head: Head

    @property
    def acts(self) -> MeterTotals:
        """The acts of all meters together."""
        return MeterTotals(*(sum(column) for column in zip(*self.meters.values(), strict=True)))

    @property
    def units(self) -> dict[str, Sums]:
        """Promised, unlocked and delivered by all pledges together, for each unit."""
        return sums_by_unit(self.sums.items())

    def reasons(self, verdict: str) -> dict[str, int]:
        """Return how many acts ended so, for each reason."""
        return self._by(lambda ended: ended.reason, verdict)

    def kinds(self, verdict: str) -> dict[str, int]:
        """Return how many acts ended so, for each kind."""
        return self._by(lambda ended: ended.kind, verdict)

    def _by(self, key: Any, verdict: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for ended, count in self.ended.items():
            if ended.verdict == verdict and count:
                found[key(ended)] = found.get(key(ended), 0) + count
        return dict(sorted(found.items()))

    def document(self) -> bytes:
        """Return the figures as they are published."""
        fields = {
            "acts": {
                **self.acts.document(),
                "counted_by_kind": self.kinds(Verdict.COUNTED),
                "refused_by_reason": self.reasons(Verdict.REFUSED),
                "to_verify_by_reason": self.reasons(Verdict.TO_VERIFY),
            },
            "meters": [
                {"meter": key, **totals.document()} for key, totals in sorted(self.meters.items())
            ],
            "pledges": [
                {
                    "pledge": name.pk,
                    "meter": name.meter,
                    "unit": name.unit,
                    "cap": name.cap,
                    "replaces": name.replaces,
                    **totals._asdict(),
                }
                for name, totals in self.pledges.items()
            ],
            "ledger": self._ledger(),
        }
        return canonical(fields).encode() + b"\n"

    def _ledger(self) -> dict[str, Any]:
        return {
            "batch": self.head.batch,
            "entries": self.head.entries,
            "hash": self.head.hash,
            "pledges": [
                {"pledge": pledge, "unit": unit, **sums._asdict()}
                for (pledge, unit), sums in sorted(self.sums.items())
            ],
            "units": {unit: sums._asdict() for unit, sums in self.units.items()},
        }


def published_totals() -> Totals:
    """Return the totals as they are kept, and the ledger as far as it is sealed."""
    meters = Meter.objects.values_list("key", "counted", "refused", "to_verify")
    head = head_of_ledger()
    return Totals(
        meters=with_acts((key, MeterTotals(*counts)) for key, *counts in meters),
        ended=_ended(),
        pledges=_pledges(),
        sums=sealed_sums(head),
        head=head,
    )


def sealed_sums(head: Head) -> dict[tuple[int, str], Sums]:
    """Return the sums of each pledge as far as the ledger is sealed: what the export shows too."""
    return books_of(LedgerEntry.objects.filter(batch__number__lte=head.batch)).sums()


def totals_document() -> tuple[bytes, str]:
    """Return the published document and its hash; made at most once in a few seconds."""
    kept: tuple[bytes, str] | None = cache.get(_KEPT_UNDER)
    if kept is None:
        document = published_totals().document()
        kept = document, hashlib.sha256(document).hexdigest()
        cache.set(_KEPT_UNDER, kept, KEPT_S)
    return kept


def _pledges() -> dict[PledgeName, PledgeTotals]:
    """Return each pledge that took effect, with its totals as they are kept."""
    rows = Pledge.objects.exclude(state__in=UNPUBLISHED).order_by("pk")
    columns = ("pk", "meter__key", "unit", "cap", "replaces_id", "tally", "unlocked", "delivered")
    return {PledgeName(*row[:-3]): PledgeTotals(*row[-3:]) for row in rows.values_list(*columns)}


def with_acts(meters: Iterable[tuple[str, MeterTotals]]) -> dict[str, MeterTotals]:
    """Leave out meters that received nothing: their campaigns may not be public yet."""
    return {key: totals for key, totals in meters if totals.received}


def _ended() -> dict[Ended, int]:
    rows = DailyTotal.objects.order_by().values_list("kind", "verdict", "reason")
    return {Ended(*row): int(count) for *row, count in rows.annotate(Sum("count"))}
