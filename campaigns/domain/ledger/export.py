"""Publish the ledger: every line of it, for anybody, with nothing about anybody in it."""

import csv
from collections.abc import Iterator
from typing import Any

from campaigns.domain.ledger.lines import EntryRow, lines_of, sealed_batches, utc_text

CSV_COLUMNS = (
    "batch",
    "place",
    "entry",
    "pledge",
    "kind",
    "reverses",
    "quantity",
    "unit",
    "tally_from",
    "tally_to",
    "recorded_at",
    "note",
    "corrects",
    "hash",
)
# A spreadsheet would take what begins so for a formula.
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def jsonl_pieces(up_to: int) -> Iterator[bytes]:
    """Yield the sealed ledger as JSON Lines, a batch at a time, until batch number `up_to`."""
    for batch, entries in sealed_batches(up_to):
        lines = lines_of(batch.number, batch.sealed_at, batch.previous_hash, entries)
        yield "".join(f"{line.text}\n" for line in lines).encode()


def csv_pieces(up_to: int) -> Iterator[bytes]:
    """Yield the same entries as a table: after the headings, one line for each."""
    writer = csv.writer(_Echo())
    yield writer.writerow(CSV_COLUMNS)
    for batch, entries in sealed_batches(up_to):
        lines = lines_of(batch.number, batch.sealed_at, batch.previous_hash, entries)
        next(lines)
        rows = (
            _csv_row(batch.number, place, line.entry._replace(hash=line.hash))
            for place, line in enumerate(lines, 1)
            if line.entry is not None
        )
        yield b"".join(writer.writerow(row) for row in rows)


def formula_safe(text: str) -> str:
    """Return `text` so that no spreadsheet computes it (OWASP: CSV injection)."""
    return f"'{text}" if text.startswith(FORMULA_BEGINNINGS) else text


def _csv_row(number: int, place: int, entry: EntryRow) -> tuple[Any, ...]:
    values = entry._replace(note=formula_safe(entry.note))._asdict()
    values["recorded_at"] = utc_text(entry.recorded_at)
    return (number, place, *values.values())


class _Echo:
    """A file that gives back what is written to it: csv wants one."""

    def write(self, text: str) -> bytes:
        return text.encode()
