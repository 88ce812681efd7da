"""An ambassador's own page: entered by a link from the mailbox, and by nothing else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ambassadors.domain.change_alias import change_alias
from ambassadors.domain.join import enter
from ambassadors.domain.leave import exported, leave
from ambassadors.domain.make_links import make_links
from ambassadors.domain.send_link import PURPOSE
from ambassadors.domain.show_space import show_space
from ambassadors.join_form import AliasForm
from ambassadors.models import Ambassador
from ambassadors.refusals import AmbassadorRefused, LinkIsOver
from ambassadors.views.public import ensure_from_own_page
from audience.domain.holder_codes import Browser, know_holder
from audience.domain.mailbox_links import begin_session, end_session, key_in, link_in
from audience.domain.people import COOKIE
from campaigns.domain.share_links import share_links
from front.session import hide_address
from qa.refusals import TextRefused

ALIAS, LINKS = "alias", "links"


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
            one = enter(link)
            know_holder(one.code, browser_of(request))
            begin_session(request.session, PURPOSE, one.code, one.sessions_version)
            return redirect("ambassador_space")
        except AmbassadorRefused as refused:
            refusal = refused
    is_good = link is not None and link.is_good and not isinstance(refusal, LinkIsOver)
    context = {"is_good": is_good, "refusal": refusal}
    status = refusal.status if refusal else 200 if is_good else 410
    return hide_address(render(request, "ambassadors/enter.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def space(request: HttpRequest) -> HttpResponse:
    """Show whom one brought, with which links; do what is pressed."""
    one = ambassador_of(request)
    if one is None:
        return redirect("ask_ambassador_link")
    form, status = AliasForm(initial={"alias": one.alias}), 200
    if request.method == "POST":
        form = AliasForm(request.POST) if request.POST.get("deed") == ALIAS else form
        try:
            if not form.is_bound or form.is_valid():
                _DEEDS.get(request.POST.get("deed", ""), _nothing)(request, one)
                return redirect("ambassador_space")
            status = 422
        except (AmbassadorRefused, TextRefused) as refusal:
            status = refusal.status
            return _shown(request, one, form, status, str(refusal))
    return _shown(request, one, form, status)


@require_safe
@never_cache
def export(request: HttpRequest) -> HttpResponse:
    """Give all that is kept of the ambassador."""
    one = ambassador_of(request)
    if one is None:
        return redirect("ask_ambassador_link")
    answer = JsonResponse(exported(one), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="ambassadeur.json"'
    return answer


@require_POST
@never_cache
def leave_for_good(request: HttpRequest) -> HttpResponse:
    """Forget the ambassador; what they brought stays counted."""
    one = ambassador_of(request)
    if one is None:
        return redirect("ask_ambassador_link")
    try:
        leave(one)
    except TextRefused as refusal:
        form = AliasForm(initial={"alias": one.alias})
        return _shown(request, one, form, refusal.status, str(refusal))
    end_session(request.session, PURPOSE)
    return render(request, "ambassadors/left.html")


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    end_session(request.session, PURPOSE)
    return redirect("ambassadors")


def ambassador_of(request: HttpRequest) -> Ambassador | None:
    """Return who has entered in this browser, or None."""
    held = key_in(request.session, PURPOSE)
    if held is None:
        return None
    code, version = held
    return Ambassador.objects.here().filter(code=code, sessions_version=version).first()


def browser_of(request: HttpRequest) -> Browser:
    """Return what tells this browser from others."""
    return Browser(
        request.COOKIES.get(COOKIE, ""),
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("User-Agent", ""),
    )


def _shown(
    request: HttpRequest, one: Ambassador, form: AliasForm, status: int, refusal: str = ""
) -> HttpResponse:
    found = show_space(one)
    pages = [
        (
            page,
            share_links(
                page.subject.title, _absolute(request, page.subject.address), page.by_channel
            ),
        )
        for page in found.pages
    ]
    context = {"ambassador": one, "space": found, "pages": pages, "form": form, "refusal": refusal}
    return render(request, "ambassadors/space.html", context, status=status)


def _absolute(request: HttpRequest, address: str) -> str:
    return request.build_absolute_uri(address)


def _rename(request: HttpRequest, one: Ambassador) -> None:
    change_alias(one, request.POST.get("alias", ""))


def _link(request: HttpRequest, one: Ambassador) -> None:
    make_links(one, request.POST.get("campaign", ""), browser_of(request))


def _nothing(request: HttpRequest, one: Ambassador) -> None:
    """What nobody offers is not done."""


_DEEDS: dict[str, Callable[[HttpRequest, Ambassador], None]] = {ALIAS: _rename, LINKS: _link}
