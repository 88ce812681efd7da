"""What the body of a partner's call says."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from audience.errors import SaleUnreadable

MOST_REFERENCE = 64
# A till that stood offline over a holiday may catch up; a year-old sale is a mistake.
OLDEST = timedelta(days=31)
CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ReportedSale:
    """One sale. `reference`: the partner's own number for it; `acts`: how many it is worth."""

    reference: str
    sold_at: datetime
    acts: int


def read_sale(body: bytes, now: datetime | None = None) -> ReportedSale:
    """Return the sale that `body` tells of, as JSON: {"sale": …, "sold_at": …, "acts": …}.

    Raises SaleUnreadable, naming the field.
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise SaleUnreadable(what="the body is not JSON") from None
    if not isinstance(told, dict):
        raise SaleUnreadable(what="the body is not a JSON object")
    return ReportedSale(
        _reference(told.get("sale")),
        _sold_at(told.get("sold_at"), now or timezone.now()),
        _acts(told.get("acts", 1)),
    )


def _reference(told: object) -> str:
    if not isinstance(told, str) or not told.isprintable():
        raise SaleUnreadable(what="“sale” must be a printable text, your own number of the sale")
    if not 1 <= len(told.strip()) <= MOST_REFERENCE:
        raise SaleUnreadable(what=f"“sale” must have 1 to {MOST_REFERENCE} characters")
    return told.strip()


def _sold_at(told: object, now: datetime) -> datetime:
    what = "“sold_at” must be an instant with its time zone, like 2026-11-25T18:00:00+01:00"
    try:
        found = parse_datetime(told) if isinstance(told, str) else None
    except ValueError:
        found = None
    if found is None or timezone.is_naive(found):
        raise SaleUnreadable(what=what)
    if found > now + CLOCKS_DIFFER:
        raise SaleUnreadable(what="“sold_at” lies in the future")
    if found < now - OLDEST:
        raise SaleUnreadable(what=f"“sold_at” is more than {OLDEST.days} days ago")
    return found


def _acts(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool):
        raise SaleUnreadable(what="“acts” must be a whole number")
    return told
