"""Reports as files to keep."""

from collections.abc import Sequence

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from audience.domain.reports.period import Period
from campaigns.domain.reports.export import csv_pieces, file_name, xlsx_file
from campaigns.domain.reports.tables import Table

CSV, XLSX = "csv", "xlsx"
FORMATS = (CSV, XLSX)
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answer_file(
    ending: str, tables: Sequence[Table], subject: str, period: Period
) -> HttpResponseBase:
    """Send `tables` as XLSX, or the first of them as CSV in pieces."""
    name = file_name(subject, period, ending)
    if ending == XLSX:
        file = xlsx_file(tables)
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)
    return StreamingHttpResponse(
        csv_pieces(tables[0]),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
