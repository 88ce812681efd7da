"""Projects in the CMS: what waits longest first; each read as it will be, decided, and adopted."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from campaigns.domain.reports.export import csv_pieces
from projects.desk_deeds import do
from projects.domain.adopt import free_pledges
from projects.domain.list_projects import projects_to_decide, sent_projects, shown_projects
from projects.domain.post_news import news_of
from projects.domain.project_table import project_table
from projects.domain.show_likes import likes_of_one
from projects.domain.standing import linked_pledge, signed_pledge, standing_of
from projects.enums import Standing
from projects.inbox_sources import WITHIN, may_read_projects
from projects.models import Project
from projects.refusals import ProjectRefused
from qa.enums import RefusalReason
from qa.notice_views import decisions_about
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 40


@require_admin_access
@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """List the projects that wait, those that look, those that are adopted, or all."""
    _reader(request)
    shown = request.GET.get("shown", "")
    shown = shown if shown in _PILES else "waiting"
    page = Paginator(_PILES[shown](), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "shown": shown,
        "waiting": projects_to_decide().count(),
        "overdue_before": timezone.now() - WITHIN,
    }
    return render(request, "projects/admin/projects.html", context)


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def project_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a project as it is, or would be, read; decide about it."""
    user = _reader(request)
    project, refusal = get_object_or_404(sent_projects(), pk=pk), None
    if request.method == "POST":
        try:
            messages.success(request, do(project, user, request.POST))
            return redirect("project_desk", pk)
        except (ProjectRefused, TextRefused) as refused:
            refusal = refused
            project = get_object_or_404(sent_projects(), pk=pk)
    context = {"refusal": refusal, "typed": request.POST, **_about(project)}
    status = refusal.status if refusal else 200
    return render(request, "projects/admin/project.html", context, status=status)


@require_admin_access
@never_cache
@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Send all projects as CSV, in pieces; no address of anybody stands in it."""
    _reader(request)
    return StreamingHttpResponse(
        csv_pieces(project_table()),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="projets.csv"'},
    )


def _reader(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not may_read_projects(user):
        raise PermissionDenied
    return user


def _about(project: Project) -> dict[str, Any]:
    offers = project.offers.filter(proved_at__isnull=False)  # type: ignore[attr-defined]
    return {
        "project": project,
        "standing": standing_of(project) if project.is_public else None,
        "linked": linked_pledge(project),
        "is_signed": signed_pledge(project) is not None,
        "pledges": free_pledges()[:PER_PAGE] if project.is_public else [],
        "likes": likes_of_one(project),
        "offers": offers.select_related("answered_by"),
        "reasons": RefusalReason.choices,
        "decisions": decisions_about(project),
        "told": news_of(project),
    }


_PILES: dict[str, Callable[[], QuerySet[Project]]] = {
    "waiting": projects_to_decide,
    "looking": lambda: shown_projects(Standing.LOOKING),
    "adopted": lambda: shown_projects(Standing.ADOPTED),
    "all": sent_projects,
}
