"""An owner's page: preview, change, send, close. Nobody else's session opens it.

A page that is not one's own answers as one that does not exist.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from front.forms import number_in
from fundraising.domain.change_page import Change, change_page
from fundraising.domain.close_page import close_page, reopen_page, withdraw_page
from fundraising.domain.erase_page import erase_page, exported_page
from fundraising.domain.list_pages import pages_of
from fundraising.domain.read_picture import read_picture
from fundraising.domain.send_page import send_page
from fundraising.domain.sign_in import supporter_of
from fundraising.models import Fundraiser
from fundraising.page_form import PageForm
from fundraising.refusals import CollectionRefused
from fundraising.views.opening import words_of
from qa.refusals import TextRefused

SEND, CLOSE, REOPEN, WITHDRAW = "send", "close", "reopen", "withdraw"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_fundraiser(request: HttpRequest, code: str) -> HttpResponse:
    """Show the owner where the page stands and how it looks; do what they press."""
    if supporter_of(request.session) is None:
        return redirect("own_pages")
    page, refusal = own_page(request, code), None
    if request.method == "POST":
        try:
            deed = _DEEDS.get(request.POST.get("deed", ""))
            if deed is None:
                raise Http404
            deed(page, number_in(request.POST.get("seen", "")))
            return redirect(page.get_private_url())
        except (CollectionRefused, TextRefused) as refused:
            refusal = refused
            page.refresh_from_db()
    address = request.build_absolute_uri(page.get_absolute_url())
    body = f"{page.reason}\n\n{address}\n\n{page.name}"
    context = {"fundraiser": page, "refusal": refusal, "mail_body": body}
    status = refusal.status if refusal else 200
    return render(request, "fundraising/own_page.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def change_own(request: HttpRequest, code: str) -> HttpResponse:
    """Change what one's page says and its picture."""
    if supporter_of(request.session) is None:
        return redirect("own_pages")
    page, status = own_page(request, code), 200
    form = PageForm(request.POST or None, initial=_as_typed(page))
    if request.method == "POST" and form.is_valid():
        try:
            change_page(page, _change(request, form), number_in(request.POST.get("seen", "")))
            return redirect(page.get_private_url())
        except (CollectionRefused, TextRefused) as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    seen = request.POST.get("seen") or str(page.version)
    had_picture = bool(request.FILES.get("picture"))
    context = {"fundraiser": page, "form": form, "seen": seen, "had_picture": had_picture}
    return render(request, "fundraising/change.html", context, status=status)


@require_safe
@never_cache
def export_own(request: HttpRequest, code: str) -> HttpResponse:
    """Give the owner all that is kept of the page."""
    told = exported_page(own_page(request, code))
    answer = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="collecte-{code}.json"'
    return answer


@require_POST
@never_cache
def erase_own(request: HttpRequest, code: str) -> HttpResponse:
    """Erase one's page for good."""
    page = own_page(request, code)
    try:
        erase_page(page)
    except TextRefused as refusal:
        context = {"fundraiser": page, "refusal": refusal}
        return render(request, "fundraising/own_page.html", context, status=refusal.status)
    return render(request, "fundraising/erased.html")


def own_page(request: HttpRequest, code: str) -> Fundraiser:
    """Return the page with this code if whoever asks has signed in as its owner; else 404."""
    supporter = supporter_of(request.session)
    if supporter is None:
        raise Http404
    return get_object_or_404(pages_of(supporter), code=code)


def _change(request: HttpRequest, form: PageForm) -> Change:
    typed, file = form.cleaned_data, request.FILES.get("picture")
    picture = b"" if request.POST.get("without_picture") else None
    if file is not None:
        picture = read_picture(file, file.size or 0)
    return Change(words_of(form), typed["goal"], typed["ends_on"], picture)


def _as_typed(page: Fundraiser) -> dict[str, object]:
    """Return the fields of the form as the owner last wanted them."""
    names = ("name", "reason", "title", "occasion")
    words = {name: page.proposed.get(name, getattr(page, name)) for name in names}
    return {**words, "goal": page.goal_cents, "ends_on": page.ends_on}


_DEEDS: dict[str, Callable[[Fundraiser, int], object]] = {
    SEND: send_page,
    CLOSE: lambda page, seen: close_page(page),
    REOPEN: lambda page, seen: reopen_page(page),
    WITHDRAW: lambda page, seen: withdraw_page(page),
}
