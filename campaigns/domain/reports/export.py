"""Write tables as files: CSV in pieces, XLSX row by row, so that length costs no memory.

Nothing in them is taken for a formula (`formula_safe`), whoever chose the name of a campaign.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from audience.domain.reports.period import Period
from campaigns.domain.ledger.export import formula_safe
from campaigns.domain.reports.tables import Table, Value

ROWS_A_PIECE = 500
# A sheet ends at 1,048,576 rows; what is longer goes on in the next one.
ROWS_A_SHEET = 1_000_000
_LONGEST_SHEET_NAME = 31
# Without it, spreadsheets take the file for Latin-1.
_BYTE_ORDER_MARK = "\ufeff"


def csv_pieces(table: Table) -> Iterator[bytes]:
    """Yield `table` as CSV in UTF-8."""
    writer = csv.writer(_Echo())
    rows = iter(table.rows)
    yield (_BYTE_ORDER_MARK + writer.writerow(_safe(table.headings))).encode()
    while piece := "".join(writer.writerow(_safe(row)) for row in islice(rows, ROWS_A_PIECE)):
        yield piece.encode()


def xlsx_file(tables: Sequence[Table], rows_a_sheet: int = ROWS_A_SHEET) -> IO[bytes]:
    """Return an open, unnamed file with a sheet for each of `tables`, or more for a very long one.

    Whoever closes it makes it vanish.
    """
    book = Workbook(write_only=True)
    for table in tables:
        sheet = _new_sheet(book, table, 1)
        for place, row in enumerate(table.rows):
            if place and place % rows_a_sheet == 0:
                sheet = _new_sheet(book, table, place // rows_a_sheet + 1)
            sheet.append(_safe(row))
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    book.save(file)
    file.seek(0)
    return file


def file_name(subject: str, period: Period, ending: str) -> str:
    """Return a name that says what is in the file: `deux-kilos_2026-11-01_2026-11-30.csv`."""
    dates = "_".join(day.isoformat() for day in _ends(period))
    return f"{slugify(subject)[:60] or 'report'}_{dates}.{ending}"


def _ends(period: Period) -> tuple[date, date]:
    return period.first, max(period.first, period.last)


def _safe(row: Sequence[Value]) -> list[Value]:
    return [_safe_text(value) if isinstance(value, str) else value for value in row]


def _safe_text(text: str) -> str:
    return formula_safe(ILLEGAL_CHARACTERS_RE.sub("", text))


def _new_sheet(book: Workbook, table: Table, number: int) -> WriteOnlyWorksheet:
    name = table.name if number == 1 else f"{table.name[: _LONGEST_SHEET_NAME - 4]} {number}"
    sheet = book.create_sheet(name[:_LONGEST_SHEET_NAME])
    sheet.append(_safe(table.headings))
    return sheet


class _Echo:
    """A file that gives back what is written to it: csv wants one."""

    def write(self, text: str) -> str:
        return text
