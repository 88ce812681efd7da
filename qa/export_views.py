"""Questions, votes and decisions of a theme as files, for those who moderate."""

from typing import cast

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.auth import permission_denied, require_admin_access

from campaigns.domain.reports.export import csv_pieces, xlsx_file
from campaigns.views.report_files import CSV, FORMATS, XLSX_TYPE
from qa.domain.question_tables import TABLES
from qa.models import Theme
from qa.votes_views import may_see_votes
from users.models import User


@require_admin_access
@never_cache
@require_safe
def export(request: HttpRequest, pk: int, what: str, ending: str) -> HttpResponseBase:
    """Send a table of a theme as CSV, in pieces, or as XLSX."""
    if not may_see_votes(cast(User, request.user)):
        return permission_denied(request)
    if what not in TABLES or ending not in FORMATS:
        raise Http404
    theme = get_object_or_404(Theme, pk=pk)
    table, name = TABLES[what](theme), f"{theme.slug}-{what}.{ending}"
    if ending == CSV:
        return StreamingHttpResponse(
            csv_pieces(table),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    file = xlsx_file([table])
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)
