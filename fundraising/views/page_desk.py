"""Collection pages in the CMS: what waits longest first; each looked at as it will be read."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from front.forms import number_in
from fundraising.domain.decide_change import approve_change, decline_change
from fundraising.domain.list_pages import open_pages, pages_to_decide, sent_pages
from fundraising.domain.post_news import news_of
from fundraising.inbox_sources import WITHIN, may_read_pages
from fundraising.models import Fundraiser, News
from fundraising.refusals import CollectionRefused
from qa.domain.decide import decide
from qa.enums import Action, RefusalReason
from qa.notice_views import decisions_about
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 40


@require_admin_access
@never_cache
@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    """List the pages that wait, those that collect, or all that were sent."""
    _reader(request)
    shown = request.GET.get("shown", "")
    shown = shown if shown in _PILES else "waiting"
    page = Paginator(_PILES[shown](), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "shown": shown,
        "waiting": pages_to_decide().count(),
        "overdue_before": timezone.now() - WITHIN,
    }
    return render(request, "fundraising/admin/collections.html", context)


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def collection(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a page as it is, or would be, read; decide about it."""
    user = _reader(request)
    page, refusal = get_object_or_404(sent_pages(), pk=pk), None
    if request.method == "POST":
        try:
            done = _do(page, user, request.POST)
            messages.success(request, done)
            return redirect("collection", pk)
        except (CollectionRefused, TextRefused) as refused:
            refusal = refused
            page.refresh_from_db()
    context = {
        "fundraiser": page,
        "refusal": refusal,
        "typed": request.POST,
        "reasons": RefusalReason.choices,
        "decisions": decisions_about(page),
        "told": news_of(page),
    }
    status = refusal.status if refusal else 200
    return render(request, "fundraising/admin/collection.html", context, status=status)


def _reader(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not may_read_pages(user):
        raise PermissionDenied
    return user


def _do(page: Fundraiser, user: User, form: Any) -> str:
    """Do what was pressed and return the sentence that says so. Raises what was refused."""
    deed, seen = form.get("deed", ""), number_in(form.get("seen", ""))
    note = form.get("note", "")[:300]
    if form.get("news"):
        news = get_object_or_404(news_of(page), pk=number_in(form["news"]))
        return _do_with_news(news, user, seen, form)
    match deed:
        case "approve_change":
            approve_change(page, user, seen)
            return _("The change is online, and the owner knows.")
        case "decline_change":
            decline_change(page, user, seen, note)
            return _("The page stays as it is. The owner reads why.")
        case Action.APPROVE:
            decide(page, Action.APPROVE, user=user, seen=seen)
            return _("The page is online, and its owner knows.")
        case Action.HIDE:
            decide(page, Action.HIDE, user=user, seen=seen)
            return _("The page is hidden for now, and its owner knows.")
        case _:
            reason = form.get("reason", "")
            decide(page, Action.REJECT, user=user, seen=seen, reason=reason, note=note)
            return _("The page was not approved. Its owner reads why.")


def _do_with_news(news: News, user: User, seen: int, form: Any) -> str:
    reason, note = form.get("reason", ""), form.get("note", "")[:300]
    match form.get("deed", ""):
        case Action.APPROVE:
            decide(news, Action.APPROVE, user=user, seen=seen)
            return _("The news are online, and the owner knows.")
        case Action.HIDE:
            decide(news, Action.HIDE, user=user, seen=seen)
            return _("The news are hidden for now, and the owner knows.")
        case _:
            decide(news, Action.REJECT, user=user, seen=seen, reason=reason, note=note)
            return _("The news were not approved. The owner reads why.")


_PILES: dict[str, Callable[[], QuerySet[Fundraiser]]] = {
    "waiting": pages_to_decide,
    "open": lambda: open_pages(timezone.localdate()),
    "all": sent_pages,
}
