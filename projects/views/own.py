"""A proposer's pages: entered by a link from the mailbox, and by nothing else.

A project that is not one's own answers as one that does not exist.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audience.domain.mailbox_links import end_session
from front.forms import number_in
from projects.domain.change_project import Change, change_project
from projects.domain.end_project import finish_project, resume_project, withdraw_project
from projects.domain.enter import projects_of
from projects.domain.erase_project import erase_project, exported_project
from projects.domain.send_again import send_again
from projects.domain.send_link import PURPOSE
from projects.models import Project
from projects.project_form import ProjectForm, as_typed
from projects.refusals import ProjectRefused
from projects.views.proposing import picture_in
from qa.domain.object_to_refusal import may_object_to_refusal, object_to_refusal
from qa.refusals import TextRefused

Deed = Callable[[Project, Any], object]


@require_safe
@never_cache
def own_projects(request: HttpRequest) -> HttpResponse:
    """List the projects of the mailbox that was proved in this browser."""
    found = list(projects_of(request.session))
    if not found:
        return redirect("ask_project_link")
    return render(request, "projects/own_projects.html", {"projects": found})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_project(request: HttpRequest, code: str) -> HttpResponse:
    """Show the proposer where the project stands; do what they press."""
    if not projects_of(request.session).exists():
        return redirect("ask_project_link")
    project, refusal = own(request, code), None
    if request.method == "POST":
        try:
            deed = _DEEDS.get(request.POST.get("deed", ""))
            if deed is None:
                raise Http404
            deed(project, request.POST)
            return redirect(project.get_private_url())
        except (ProjectRefused, TextRefused) as refused:
            refusal = refused
            project.refresh_from_db()
    return _shown(request, project, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def change_own(request: HttpRequest, code: str) -> HttpResponse:
    """Change what one's project says and its picture."""
    if not projects_of(request.session).exists():
        return redirect("ask_project_link")
    project, status = own(request, code), 200
    form = ProjectForm(request.POST or None, initial=as_typed(project))
    if request.method == "POST" and form.is_valid():
        try:
            change_project(project, _change(request, form), _seen(request.POST))
            return redirect(project.get_private_url())
        except (ProjectRefused, TextRefused) as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    seen = request.POST.get("seen") or str(project.version)
    context = {"project": project, "form": form, "seen": seen}
    return render(request, "projects/change.html", context, status=status)


@require_safe
@never_cache
def export_own(request: HttpRequest, code: str) -> HttpResponse:
    """Give the proposer all that is kept of the project."""
    told = exported_project(own(request, code))
    answer = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="projet-{code}.json"'
    return answer


@require_POST
@never_cache
def erase_own(request: HttpRequest, code: str) -> HttpResponse:
    """Erase one's project for good."""
    project = own(request, code)
    try:
        erase_project(project)
    except TextRefused as refusal:
        return _shown(request, project, refusal)
    return render(request, "projects/erased.html")


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    end_session(request.session, PURPOSE)
    return redirect("projects")


def own(request: HttpRequest, code: str) -> Project:
    """Return the project with this code if whoever asks has proved its mailbox; else 404."""
    return get_object_or_404(projects_of(request.session), code=code)


def _shown(
    request: HttpRequest, project: Project, refusal: ProjectRefused | TextRefused | None
) -> HttpResponse:
    context = {
        "project": project,
        "refusal": refusal,
        "may_object": may_object_to_refusal(project),
        "typed": request.POST,
        "others": projects_of(request.session).exclude(pk=project.pk),
    }
    status = refusal.status if refusal else 200
    return render(request, "projects/own_project.html", context, status=status)


def _change(request: HttpRequest, form: ProjectForm) -> Change:
    without = b"" if request.POST.get("without_picture") else None
    picture = picture_in(request)
    return Change(form.words(), picture if picture is not None else without)


def _seen(form: Any) -> int:
    return number_in(form.get("seen", ""))


_DEEDS: dict[str, Deed] = {
    "send": lambda project, form: send_again(project, _seen(form)),
    "object": lambda project, form: object_to_refusal(project, form.get("objection", "")),
    "finish": lambda project, form: finish_project(project),
    "resume": lambda project, form: resume_project(project),
    "withdraw": lambda project, form: withdraw_project(project),
}
