"""A supporter's way in: a link from the mailbox, used by a press, since programs open links."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from audience.domain.mailbox_links import link_in
from audience.follow_form import FollowForm
from front.session import hide_address
from fundraising.domain.join_team import teams_of
from fundraising.domain.keep_gift import gifts_of
from fundraising.domain.list_pages import pages_of
from fundraising.domain.send_link import ask_for_link
from fundraising.domain.sign_in import (
    PURPOSE,
    begin_session,
    end_all_sessions,
    end_session,
    enter,
    page_behind,
    supporter_behind,
    supporter_of,
)
from fundraising.refusals import CollectionRefused, LinkIsOver
from fundraising.views.opening import ensure_from_own_page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; pressing it uses the link up and opens its supporter's pages."""
    link, refusal = link_in(token, PURPOSE), None
    owner, page = supporter_behind(link), page_behind(link) if link else None
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            begin_session(request.session, enter(link))
            return redirect(page.get_private_url() if page else "own_pages")
        except CollectionRefused as refused:
            refusal = refused
    is_good = bool(owner and link and link.is_good) and not isinstance(refusal, LinkIsOver)
    context = {"owner": owner, "page": page, "is_good": is_good, "refusal": refusal}
    status = refusal.status if refusal else 200 if is_good else 410
    return hide_address(render(request, "fundraising/sign_in.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt
@never_cache
def own_pages(request: HttpRequest) -> HttpResponse:
    """List one's pages; whoever is not signed in asks for a link here."""
    supporter = supporter_of(request.session)
    if supporter is not None:
        own = {
            "pages": pages_of(supporter),
            "teams": teams_of(supporter),
            "gifts": gifts_of(supporter),
        }
        return render(request, "fundraising/own_pages.html", own)
    form, status, is_asked = FollowForm(request.POST or None), 200, False
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            address = request.META.get("REMOTE_ADDR", "")
            ask_for_link(form.cleaned_data["email"], get_language() or "fr", address)
            is_asked = True
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    context = {"form": form, "is_asked": is_asked}
    return render(request, "fundraising/ask_link.html", context, status=status)


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session, or with `everywhere` all of the supporter's."""
    supporter = supporter_of(request.session)
    if supporter is not None and request.POST.get("everywhere"):
        end_all_sessions(supporter)
    end_session(request.session)
    return redirect("own_pages")
