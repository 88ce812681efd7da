"""How a file is sent."""

from datetime import date

from audience.domain.reports.period import Period
from campaigns.domain.reports.tables import Table
from campaigns.views.report_files import XLSX_TYPE, answer_file
from tests.campaigns.views.conftest import sent

PERIOD = Period(date(2026, 3, 1), date(2026, 3, 2))
TABLES = [Table("Un", ("A",), [(1,)]), Table("Deux", ("B",), [(2,)])]


def test_csv_holds_the_first_table():
    answer = answer_file("csv", TABLES, "Deux kilos", PERIOD)
    assert answer.streaming
    assert sent(answer).decode() == "\ufeffA\r\n1\r\n"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    name = "deux-kilos_2026-03-01_2026-03-02.csv"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_xlsx_is_sent_from_disk():
    answer = answer_file("xlsx", TABLES, "Deux kilos", PERIOD)
    assert answer["Content-Type"] == XLSX_TYPE
    name = "deux-kilos_2026-03-01_2026-03-02.xlsx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert sent(answer).startswith(b"PK")
    answer.file_to_stream.close()
