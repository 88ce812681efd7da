"""The rundown on screens of its own: begin from a template, carry it to a table and back, print."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from front.forms import number_in
from live.domain.read_rundown import read_rundown
from live.domain.replace_rundown import may_plan, replace_rundown
from live.domain.rundown_templates import TEMPLATES, segments_of
from live.domain.write_rundown import write_rundown
from live.models import LiveProgrammePage, Segment
from live.rundown_refusals import FileMissing, RundownRefused
from users.models import User


@require_admin_access
@never_cache
@require_safe
def rundown(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the rundown of the latest draft, and what can be done with it as a whole."""
    return _screen(request, _page(request, pk))


@require_admin_access
@never_cache
@require_safe
def print_rundown(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the rundown as it lies on the table of the control room."""
    page = _draft(_page(request, pk))
    return render(request, "live/admin/rundown_print.html", {"page": page})


@require_admin_access
@never_cache
@require_safe
def export_rundown(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Send the rundown of the latest draft as CSV."""
    page = _draft(_page(request, pk))
    return StreamingHttpResponse(
        write_rundown(page),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{page.slug}-rundown.csv"'},
    )


@require_admin_access
@never_cache
@require_POST
def use_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the rundown from a template."""
    page = _page(request, pk)
    try:
        return _replace(request, page, segments_of(request.POST.get("template", "")))
    except RundownRefused as refusal:
        return _screen(request, page, refusal)


@require_admin_access
@never_cache
@require_POST
def import_rundown(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the rundown from a table: all of it, or nothing."""
    page, file = _page(request, pk), request.FILES.get("file")
    try:
        if file is None:
            raise FileMissing
        return _replace(request, page, read_rundown(file.read(), _draft(page)))
    except RundownRefused as refusal:
        return _screen(request, page, refusal)


def _replace(
    request: HttpRequest, page: LiveProgrammePage, segments: list[Segment]
) -> HttpResponse:
    seen = number_in(request.POST.get("revision", ""))
    replace_rundown(page.pk, segments, cast(User, request.user), seen)
    messages.success(request, _("The rundown is saved as a draft. Look at it, then publish."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _screen(
    request: HttpRequest, page: LiveProgrammePage, refusal: RundownRefused | None = None
) -> HttpResponse:
    context = {
        "page": _draft(page),
        "revision": page.latest_revision_id,
        "templates": TEMPLATES,
        "refusal": refusal,
        "lines": refusal.values.get("lines") if refusal else None,
    }
    status = refusal.status if refusal else HTTPStatus.OK
    return render(request, "live/admin/rundown.html", context, status=status)


def _page(request: HttpRequest, pk: int) -> LiveProgrammePage:
    page = get_object_or_404(LiveProgrammePage, pk=pk)
    if not may_plan(cast(User, request.user), page):
        raise PermissionDenied
    return page


def _draft(page: LiveProgrammePage) -> LiveProgrammePage:
    return cast(LiveProgrammePage, page.get_latest_revision_as_object())
