"""Files that spreadsheets read: complete, safe, and no longer in memory than on disk."""

import csv
from datetime import date
from io import StringIO
from itertools import count

import pytest
from openpyxl import load_workbook

from audience.domain.reports.period import Period
from campaigns.domain.reports.export import ROWS_A_PIECE, csv_pieces, file_name, xlsx_file
from campaigns.domain.reports.tables import Table

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


def table(rows, name="Gestes") -> Table:
    return Table(name, ("Jour", "Gestes"), rows)


def read_csv(one: Table) -> list[list[str]]:
    text = b"".join(csv_pieces(one)).decode()
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def read_xlsx(tables, **values) -> dict[str, list[tuple]]:
    with xlsx_file(tables, **values) as file:
        return {sheet.title: list(sheet.values) for sheet in load_workbook(file)}


def test_csv_is_complete_and_marked_as_utf_8():
    rows = [("été", number) for number in range(ROWS_A_PIECE + 1)]
    assert b"".join(csv_pieces(table(rows))).startswith(b"\xef\xbb\xbfJour,Gestes\r\n")
    assert read_csv(table(rows))[1:] == [["été", str(number)] for number in range(ROWS_A_PIECE + 1)]


def test_csv_comes_in_pieces_however_long():
    pieces = csv_pieces(table(("x", number) for number in count()))
    assert next(pieces).endswith(b"Jour,Gestes\r\n")
    assert next(pieces).count(b"\r\n") == ROWS_A_PIECE


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_is_a_formula(text):
    assert read_csv(table([(text, -1)]))[1] == [f"'{text}", "-1"]
    with xlsx_file([table([(text, -1)])]) as file:
        cell, number = load_workbook(file).active[2]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")
    assert number.value == -1


def test_characters_that_xlsx_cannot_hold_are_left_out():
    assert read_xlsx([table([("a\x00b\x0b", 1)])])["Gestes"][1] == ("ab", 1)


def test_a_sheet_for_each_table():
    found = read_xlsx([table([("a", 1)]), table([], name="Films" * 10)])
    assert found == {
        "Gestes": [("Jour", "Gestes"), ("a", 1)],
        ("Films" * 10)[:31]: [("Jour", "Gestes")],
    }


def test_a_long_table_goes_on_in_the_next_sheet():
    found = read_xlsx([table([("a", number) for number in range(5)])], rows_a_sheet=2)
    assert [len(rows) for rows in found.values()] == [3, 3, 2]
    assert list(found) == ["Gestes", "Gestes 2", "Gestes 3"]
    assert list(read_xlsx([table([("a", 1)] * 2)], rows_a_sheet=2)) == ["Gestes"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Deux kilos, c’est peu ?", "deux-kilos-cest-peu_2026-03-01_2026-03-31.csv"),
        ('"; rm -rf /\r\nX: y', "rm-rf-x-y_2026-03-01_2026-03-31.csv"),
        ("日本", "report_2026-03-01_2026-03-31.csv"),
    ],
)
def test_a_file_is_named_after_its_subject_and_days(subject, name):
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert file_name(subject, period, "csv") == name
