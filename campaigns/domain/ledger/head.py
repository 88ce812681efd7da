"""The head of the ledger: the one hash that stands for all that was sealed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from campaigns.domain.ledger.lines import NO_HASH, canonical, utc_text
from campaigns.models import LedgerBatch

DAYS_IN_FEED = 30


@dataclass(frozen=True, slots=True)
class Head:
    """The last batch. `batch` is 0 before the first."""

    batch: int
    hash: str
    sealed_at: datetime | None
    entries: int

    def document(self) -> bytes:
        """Return the head as it is published."""
        sealed_at = utc_text(self.sealed_at) if self.sealed_at else None
        fields: dict[str, Any] = {
            "batch": self.batch,
            "entries": self.entries,
            "hash": self.hash,
            "sealed_at": sealed_at,
        }
        return canonical(fields).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class DailyHead:
    """The last batch that was sealed on a day."""

    day: date
    batch: LedgerBatch


def head_of_ledger() -> Head:
    """Return the head, and how many entries it stands for."""
    last = LedgerBatch.objects.order_by("-number").first()
    if last is None:
        return Head(0, NO_HASH, None, 0)
    sealed = LedgerBatch.objects.filter(number__lte=last.number)
    entries = sealed.aggregate(total=Sum("entry_count"))["total"]
    return Head(last.number, last.hash, last.sealed_at, entries)


def head_mark() -> tuple[str, datetime | None]:
    """Return the hash and the time of the last batch: all that a cache needs to know."""
    found = LedgerBatch.objects.order_by("-number").values_list("hash", "sealed_at").first()
    return found or (NO_HASH, None)


def daily_heads() -> list[DailyHead]:
    """Return the head at the end of each of the last days on which anything was sealed."""
    since = timezone.now() - timedelta(days=DAYS_IN_FEED)
    days = (
        LedgerBatch.objects.filter(sealed_at__gte=since)
        .annotate(day=TruncDate("sealed_at"))
        .order_by()
        .values("day")
        .annotate(last=Max("number"))
    )
    batches = LedgerBatch.objects.filter(number__in=days.values("last")).order_by("-number")
    return [DailyHead(timezone.localdate(batch.sealed_at), batch) for batch in batches]
