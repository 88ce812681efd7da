"""Find out which entry of a broken batch it was.

The hash of a batch says that something changed, not what. These functions compare the hash that
each line was sealed with, or try what may have happened until the hash fits again. Each returns the
entry, or None where it cannot be told, and a sentence.
"""

from collections.abc import Iterator

from django.db.models import Count, F, Q

from campaigns.domain.ledger.lines import BatchRow, EntryRow, hash_of, lines_of
from campaigns.models import LedgerBatch, LedgerEntry

Named = tuple[int | None, str]

MOST_TRIES = 1_000


def missing(batch: BatchRow, entries: list[EntryRow]) -> Named:
    """Name what a batch lacks: an entry that stands elsewhere, or one that is gone."""
    for stray, place in _strays():
        if _fits(batch, sorted([*entries, stray])):
            where = f"batch {place}" if place else "no batch"
            return stray.pk, f"Entry {stray.pk} was moved from batch {batch.number} to {where}."
    lost = batch.entry_count - len(entries)
    gaps = _unused_numbers(batch, lost)
    if len(gaps) == lost:
        names = ", ".join(str(number) for number in gaps)
        return gaps[0], f"Missing from batch {batch.number}: entry {names}."
    left = ", ".join(str(entry.pk) for entry in entries) or "none"
    return None, f"Missing from batch {batch.number}: {lost} entries. Left: {left}."


def surplus(batch: BatchRow, entries: list[EntryRow]) -> Named:
    """Name the entry that was put into a batch after its seal."""
    for place in range(min(len(entries), MOST_TRIES)):
        if _fits(batch, entries[:place] + entries[place + 1 :]):
            found = entries[place].pk
            return found, f"Entry {found} was put into batch {batch.number} after its seal."
    more = len(entries) - batch.entry_count
    return None, f"Batch {batch.number} holds {more} entries too many."


def altered(batch: BatchRow, entries: list[EntryRow]) -> Named:
    """Name the first line that is not what it was sealed as; each stands on the one before."""
    opening, *lines = lines_of(batch.number, batch.sealed_at, batch.previous_hash, entries)
    if batch.opening_hash != opening.hash:
        return None, f"Batch {batch.number} itself was altered: its number, day or length."
    for entry, line in zip(entries, lines, strict=True):
        if entry.hash != line.hash:
            return entry.pk, f"Entry {entry.pk} of batch {batch.number} was altered."
    return None, f"The hash written on batch {batch.number} was altered; its entries were not."


def _fits(batch: BatchRow, entries: list[EntryRow]) -> bool:
    if len(entries) != batch.entry_count:
        return False
    lines = lines_of(batch.number, batch.sealed_at, batch.previous_hash, entries)
    return hash_of(lines) == batch.hash


def _strays() -> Iterator[tuple[EntryRow, int | None]]:
    """Yield entries that may have been moved, with the number of the batch they stand in now."""
    overfull = LedgerBatch.objects.annotate(held=Count("entries")).filter(held__gt=F("entry_count"))
    strays = LedgerEntry.objects.filter(Q(batch=None) | Q(batch__in=overfull)).order_by("pk")
    for place, *row in strays.values_list("batch__number", *EntryRow._fields)[:MOST_TRIES]:
        yield EntryRow(*row), place


def _unused_numbers(batch: BatchRow, lost: int) -> list[int]:
    """Return the numbers between the batches around that no entry bears; at most `lost` + 1."""
    entries = LedgerEntry.objects.order_by()
    before = entries.filter(batch__number__lt=batch.number).order_by("-pk").first()
    after = entries.filter(batch__number__gt=batch.number).order_by("pk").first()
    own = list(entries.filter(batch=batch.pk).order_by("pk").values_list("pk", flat=True))
    low = before.pk + 1 if before else 1
    high = after.pk if after else max(own, default=low) + lost + 1
    found: list[int] = []
    for number in range(low, min(high, low + MOST_TRIES)):
        if len(found) <= lost and not entries.filter(pk=number).exists():
            found.append(number)
    return found if after else found[:lost]
