"""The ledger as lines of text, each with its hash: what is sealed, published and checked.

One rule for every line: its hash is the SHA-256 of the hash of the line before, a line feed, and
the line itself written as JSON with sorted keys and no spaces, in UTF-8. A batch is one line that
opens it and one line for each entry; the hash of its last line is the hash of the batch.
`campaigns/static/campaigns/check_ledger.py` says the same to strangers.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from campaigns.models import LedgerBatch, LedgerEntry

NO_HASH = "0" * 64
BATCHES_AT_ONCE = 500
ENTRIES_AT_ONCE = 5_000


class EntryRow(NamedTuple):
    """What is published of an entry, with the hash it was sealed with; named as the columns are."""

    pk: int
    pledge_id: int
    kind: str
    reverses: str
    quantity: int
    unit: str
    tally_from: int | None
    tally_to: int | None
    recorded_at: datetime
    note: str
    corrects_id: int | None
    hash: str = ""


class BatchRow(NamedTuple):
    """A batch as it was sealed."""

    pk: int
    number: int
    sealed_at: datetime
    entry_count: int
    previous_hash: str
    opening_hash: str
    hash: str


class Line(NamedTuple):
    """A line with its hash; `text` is what is published. `entry` is None where a batch opens."""

    text: str
    hash: str
    entry: EntryRow | None


def canonical(fields: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return the only way in which we write `fields`: the same values give the same bytes."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def utc_text(moment: datetime) -> str:
    """Return `moment` as UTC, always with microseconds: 2026-11-25T18:00:00.000000Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def lines_of(
    number: int, sealed_at: datetime, previous_hash: str, entries: Sequence[EntryRow]
) -> Iterator[Line]:
    """Yield the lines of a batch: the one that opens it, then its entries in their order."""
    opening = {"batch": number, "entries": len(entries), "sealed_at": utc_text(sealed_at)}
    line = _line(previous_hash, opening, None)
    yield line
    for place, entry in enumerate(entries, 1):
        line = _line(line.hash, _fields(number, place, entry), entry)
        yield line


def hash_of(lines: Iterable[Line]) -> str:
    """Return the hash of a batch: that of its last line."""
    *_, last = lines
    return last.hash


def entries_in(batch_pks: Sequence[int]) -> dict[int, list[EntryRow]]:
    """Return the entries of each batch, in their order."""
    found: dict[int, list[EntryRow]] = {pk: [] for pk in batch_pks}
    rows = LedgerEntry.objects.filter(batch__in=batch_pks).order_by("pk")
    for batch, *values in rows.values_list("batch_id", *EntryRow._fields).iterator():
        found[batch].append(EntryRow(*values))
    return found


def sealed_batches(up_to: int | None = None) -> Iterator[tuple[BatchRow, list[EntryRow]]]:
    """Yield each batch with its entries, in order; few are in memory at a time.

    `up_to`: the number of the last batch wanted, so that what is sealed meanwhile stays out.
    """
    batches = LedgerBatch.objects.order_by("number")
    if up_to is not None:
        batches = batches.filter(number__lte=up_to)
    after = -1
    while group := _next_batches(batches.filter(number__gt=after)):
        entries = entries_in([batch.pk for batch in group])
        for batch in group:
            yield batch, entries[batch.pk]
        after = group[-1].number


def _next_batches(batches: Any) -> list[BatchRow]:
    """Return the next batches that fit in memory together: at least one, if there is one."""
    group: list[BatchRow] = []
    entry_count = 0
    for values in batches.values_list(*BatchRow._fields)[:BATCHES_AT_ONCE]:
        batch = BatchRow(*values)
        entry_count += batch.entry_count
        if group and entry_count > ENTRIES_AT_ONCE:
            break
        group.append(batch)
    return group


def _fields(batch: int, place: int, entry: EntryRow) -> dict[str, Any]:
    return {
        "batch": batch,
        "place": place,
        "entry": entry.pk,
        "pledge": entry.pledge_id,
        "kind": entry.kind,
        "reverses": entry.reverses,
        "quantity": entry.quantity,
        "unit": entry.unit,
        "tally_from": entry.tally_from,
        "tally_to": entry.tally_to,
        "recorded_at": utc_text(entry.recorded_at),
        "note": entry.note,
        "corrects": entry.corrects_id,
    }


def _line(previous_hash: str, fields: dict[str, Any], entry: EntryRow | None) -> Line:
    made = hashlib.sha256(f"{previous_hash}\n{canonical(fields)}".encode()).hexdigest()
    return Line(canonical({**fields, "hash": made}), made, entry)
