"""Proposing a project: one form, no account, no cookie; a link in a mail proves who it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from audience.domain.mailbox_links import begin_session, link_in
from audience.follow_form import FollowForm
from front.session import hide_address, is_from_own_page
from projects.domain.enter import ask_for_link, enter
from projects.domain.propose_project import PURPOSE as FORM
from projects.domain.propose_project import Proposal, propose_project
from projects.domain.send_link import PURPOSE
from projects.gateways.project_pictures import read_picture
from projects.project_form import ProposeForm
from projects.refusals import LinkIsOver, ProjectRefused, SentFromElsewhere


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def propose(request: HttpRequest) -> HttpResponse:
    """Take what a project says, and send its proposer the link."""
    key, status = key_of(request.POST.get("ticket", ""), FORM), 200
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            propose_project(_proposal(request, form, key), network_of(request))
            return redirect("project_asked")
        except ProjectRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {
        "form": form,
        "ticket": request.POST["ticket"] if key else new_ticket(FORM),
        "is_old": request.method == "POST" and key is None,
        "had_picture": bool(request.FILES.get("picture")),
    }
    status = 422 if (form.errors or context["is_old"]) and status == 200 else status
    return render(request, "projects/propose.html", context, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way: the same page for everybody."""
    return render(request, "projects/asked.html")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask_link(request: HttpRequest) -> HttpResponse:
    """Send a proposer another link; say the same to everybody."""
    form, status = FollowForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            email, language = form.cleaned_data["email"], get_language() or "fr"
            ask_for_link(email, language, network_of(request))
            return redirect("project_asked")
        except ProjectRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    return render(request, "projects/ask_link.html", {"form": form}, status=status)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def enter_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, since programs open links; pressing it uses the link up."""
    link, refusal = link_in(token, PURPOSE), None
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            if link is None:
                raise LinkIsOver
            project = enter(link)
            begin_session(request.session, PURPOSE, project.code, project.sessions_version)
            return redirect(project.get_private_url())
        except ProjectRefused as refused:
            refusal = refused
    is_good = link is not None and link.is_good and not isinstance(refusal, LinkIsOver)
    context = {"is_good": is_good, "refusal": refusal}
    status = refusal.status if refusal else 200 if is_good else 410
    return hide_address(render(request, "projects/enter.html", context, status=status))


def ensure_from_own_page(request: HttpRequest) -> None:
    """Raise SentFromElsewhere for what another site sends."""
    if not is_from_own_page(request):
        raise SentFromElsewhere


def network_of(request: HttpRequest) -> str:
    """Return the network address that a request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))


def picture_in(request: HttpRequest) -> bytes | None:
    """Return the picture that a form brought, drawn anew, None for none. Raises PictureRefused."""
    file = request.FILES.get("picture")
    return read_picture(file, file.size or 0) if file is not None else None


def _proposal(request: HttpRequest, form: ProposeForm, key: str) -> Proposal:
    return Proposal(
        key=key,
        email=form.cleaned_data["email"],
        words=form.words(),
        picture=picture_in(request),
        language=get_language() or "fr",
    )
