"""Projects as everybody sees them: the same bytes for all, without cookie or token."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from projects.domain.list_projects import sent_projects, shown_projects
from projects.domain.show_likes import likes_of
from projects.enums import Field, Standing
from qa.enums import TextState

# Likes move: a kept page is at most as old as what a screen shows without scripts.
KEPT_S = 3
PER_PAGE = 24
_GONE = (TextState.REMOVED, TextState.WITHDRAWN, TextState.HIDDEN)


@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """List the projects, the newest first; `?standing=` and `?field=` keep some."""
    standing = _chosen(request, "standing", Standing.values)
    field = _chosen(request, "field", Field.values)
    page = Paginator(shown_projects(standing, field), PER_PAGE).get_page(request.GET.get("page"))
    likes = likes_of(page.object_list)
    chosen = {name: value for name, value in (("standing", standing), ("field", field)) if value}
    context = {
        "page_of_projects": page,
        "items": [(one, likes[one.pk].counted if one.pk in likes else 0) for one in page],
        "standing": standing,
        "field": field,
        "standings": Standing.choices,
        "fields": Field.choices,
        "kept": urlencode(chosen),
    }
    answer = render(request, "projects/projects.html", context)
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


@require_safe
def project(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one project; one that was taken off the site says so."""
    found = get_object_or_404(sent_projects(), slug=slug)
    if found.state in _GONE and found.published_at is not None:
        return render(request, "projects/gone.html", status=HTTPStatus.GONE)
    if not found.is_public:
        raise Http404
    answer = render(request, "projects/project.html", {"project": found})
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


def _chosen(request: HttpRequest, name: str, values: list[str]) -> str:
    """Return what an address keeps of a list: one of `values`, or nothing."""
    wanted = request.GET.get(name, "")
    return wanted if wanted in values else ""
