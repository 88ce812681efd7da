"""Seal new entries: from then on, changing one shows."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.domain.ledger.lines import NO_HASH, EntryRow, lines_of
from campaigns.models import LedgerBatch, LedgerEntry

# More wait for the next batch: a seal is one transaction, and should be a short one.
MOST_ENTRIES = 5_000
ENTRIES_AT_ONCE = 250


def seal() -> LedgerBatch | None:
    """Put all entries that are not sealed into one batch, in the order they were written.

    Returns the batch, or None when there was nothing to seal. Workers may run this at once: the
    entries are locked first, so the second finds them sealed; the unique number of a batch stands
    behind that.
    """
    try:
        with transaction.atomic():
            return _seal()
    except IntegrityError:
        # Somebody else took the number: what they left is sealed next time.
        return None


def _seal() -> LedgerBatch | None:
    waiting = LedgerEntry.objects.filter(batch=None).order_by("pk")
    entries = [
        EntryRow(*row)
        for row in waiting.select_for_update().values_list(*EntryRow._fields)[:MOST_ENTRIES]
    ]
    if not entries:
        return None
    last = LedgerBatch.objects.order_by("-number").first()
    number, previous = (last.number + 1, last.hash) if last else (1, NO_HASH)
    sealed_at = timezone.now()
    opening, *lines = lines_of(number, sealed_at, previous, entries)
    batch = LedgerBatch.objects.create(
        number=number,
        sealed_at=sealed_at,
        entry_count=len(entries),
        previous_hash=previous,
        opening_hash=opening.hash,
        hash=lines[-1].hash,
    )
    sealed = [
        LedgerEntry(pk=entry.pk, batch=batch, hash=line.hash)
        for entry, line in zip(entries, lines, strict=True)
    ]
    LedgerEntry.objects.bulk_update(sealed, ["batch", "hash"], batch_size=ENTRIES_AT_ONCE)
    return batch
