"""The share links in the CMS: all of them, with search, and what the team does about one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from audience.domain.list_share_links import LONGEST_WORDS, find_share_links, listed
from audience.domain.rule_share_code import (
    may_rule_links,
    may_see_links,
    restore_share_code,
    revoke_by_team,
)
from audience.models import ShareCode
from audience.share_refusals import RulingRefused

PER_PAGE = 50
STATES = ("", "used", "own", "revoked")


@require_admin_access
@require_safe
@never_cache
def share_links(request: HttpRequest) -> HttpResponse:
    """List the links, the newest first, by words and state."""
    _ensure_may_see(request)
    words = request.GET.get("q", "")[:LONGEST_WORDS]
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    page = Paginator(find_share_links(words, state), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "links": listed(page),
        "words": words,
        "state": state,
        "more": urlencode({"q": words, "state": state}),
        "may_rule": may_rule_links(request.user),  # type: ignore[arg-type]
    }
    return render(request, "audience/admin/share_links.html", context)


@require_admin_access
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one link; revoke it, with a reason, or give it back."""
    _ensure_may_see(request)
    code = get_object_or_404(ShareCode.objects.select_related("meter", "revoked_by"), pk=pk)
    refusal = None
    if request.method == "POST":
        try:
            messages.success(request, _rule(request, code))
            return redirect("rule_share_link", pk)
        except RulingRefused as error:
            refusal = error
            code.refresh_from_db()
    context = {
        "link": listed([code])[0],
        "address": request.build_absolute_uri(reverse("share_link", args=[code.code])),
        "may_rule": may_rule_links(request.user),  # type: ignore[arg-type]
        "why": request.POST.get("why", ""),
        "refusal": refusal,
        "breadcrumbs_items": [
            {"url": reverse("share_links"), "label": _("Share links")},
            {"url": "", "label": code.code},
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "audience/admin/share_link.html", context, status=status)


def _rule(request: HttpRequest, code: ShareCode) -> str:
    if request.POST.get("ruling") == "restore":
        restore_share_code(request.user, code)  # type: ignore[arg-type]
        return _("The link credits people again.")
    revoke_by_team(request.user, code, request.POST.get("why", ""))  # type: ignore[arg-type]
    return _("The link is revoked. It still leads to its page, and credits nobody.")


def _ensure_may_see(request: HttpRequest) -> None:
    if not may_see_links(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
