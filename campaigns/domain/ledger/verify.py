"""Verify the sealed ledger: compute every hash and every balance anew, and name what is wrong."""

from dataclasses import dataclass

from campaigns.domain.ledger.accounts import Books
from campaigns.domain.ledger.lines import (
    NO_HASH,
    BatchRow,
    EntryRow,
    hash_of,
    lines_of,
    sealed_batches,
)
from campaigns.domain.ledger.suspect import altered, missing, surplus


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong. `entry` is None where no single entry can be named."""

    batch: int
    entry: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at until the end or the first fault."""

    batches: int
    entries: int
    hash: str
    fault: Fault | None


def verify() -> Verification:
    """Go through all batches in order, and stop at the first fault.

    A fault is an entry altered, missing, moved or added after its seal; a batch altered, missing
    or out of order; an entry that takes more from an account than it holds.
    """
    books = Books()
    batches, entry_count, last_hash = 0, 0, NO_HASH
    for batch, entries in sealed_batches():
        fault = _broken_chain(batch, entries, batches + 1, last_hash) or _overdrawn(
            batch, entries, books
        )
        if fault is not None:
            return Verification(batches, entry_count, last_hash, fault)
        batches, entry_count, last_hash = batch.number, entry_count + len(entries), batch.hash
    return Verification(batches, entry_count, last_hash, None)


def _broken_chain(
    batch: BatchRow, entries: list[EntryRow], number: int, last_hash: str
) -> Fault | None:
    if batch.number != number:
        sentence = f"Batch {number} is missing: batch {batch.number} comes in its place."
        return Fault(number, None, sentence)
    if batch.previous_hash != last_hash:
        sentence = f"Batch {number} was altered: it does not follow the batch before it."
        return Fault(number, None, sentence)
    if len(entries) < batch.entry_count:
        return Fault(number, *missing(batch, entries))
    if len(entries) > batch.entry_count:
        return Fault(number, *surplus(batch, entries))
    made = hash_of(lines_of(number, batch.sealed_at, last_hash, entries))
    return None if made == batch.hash else Fault(number, *altered(batch, entries))


def _overdrawn(batch: BatchRow, entries: list[EntryRow], books: Books) -> Fault | None:
    for entry in entries:
        owner = (entry.pledge_id, entry.unit)
        try:
            account = books.post(owner, entry.kind, entry.reverses, entry.quantity)
        except ValueError as error:
            return Fault(batch.number, entry.pk, f"Entry {entry.pk} moves nothing: {error}.")
        if account is not None:
            sentence = (
                f"Entry {entry.pk} takes more from “{account}” of pledge {entry.pledge_id} "
                "than is there."
            )
            return Fault(batch.number, entry.pk, sentence)
    return None
