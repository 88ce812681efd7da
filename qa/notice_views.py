"""Notices in the CMS: what waits longest first; one decision at a time."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from front.forms import number_in
from qa.domain.decide_notice import decide_notice, may_see_notices
from qa.domain.notice_age import is_overdue
from qa.domain.rights import REMOVE
from qa.enums import NoticeVerdict
from qa.kinds import text_of
from qa.models import Decision, Moderated, Notice
from qa.notice_forms import NoticeForm, verdicts_for
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 40


@require_admin_access
@never_cache
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """List the notices that wait, or those that are decided."""
    noticer(request)
    shown = "decided" if request.GET.get("shown") == "decided" else "open"
    opened = Notice.objects.open()
    found = Notice.objects.select_related("decided_by")
    if shown == "open":
        found = opened.select_related("decided_by").order_by("filed_at", "pk")
    else:
        found = found.exclude(pk__in=opened.values("pk")).order_by("-decided_at", "-pk")
    page, now = Paginator(found, PER_PAGE).get_page(request.GET.get("p")), timezone.now()
    context = {
        "rows": [(one, is_overdue(one, now)) for one in page],
        "page": page,
        "shown": shown,
        "waiting": opened.count() if shown == "decided" else page.paginator.count,
    }
    return render(request, "qa/admin/notices.html", context)


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a notice, and decide about it."""
    user, notice = noticer(request), get_object_or_404(Notice, pk=pk)
    text = text_of(notice.kind, notice.subject_id)
    form, status = NoticeForm(request.POST or None, verdicts=verdicts_for(text, user)), 200
    if request.method == "POST":
        status = _decided(request, notice, user, form)
        if status == HTTPStatus.OK:
            messages.success(request, _("Decided. Whoever reported the text can read why."))
            return redirect("notices")
        notice.refresh_from_db()
    context = {"notice": notice, "form": form, **_about(notice, text, user)}
    return render(request, "qa/admin/notice.html", context, status=status)


def noticer(request: HttpRequest) -> User:
    """Return the person of the team who asks, if they have to do with notices; else forbid it."""
    user = request.user
    if not isinstance(user, User) or not may_see_notices(user):
        raise PermissionDenied
    return user


def decisions_about(text: Moderated | None) -> list[Decision]:
    """Return what was decided about `text`, the newest first."""
    if text is None:
        return []
    found = Decision.objects.filter(kind=text.kind, subject_id=text.pk)
    return list(found.select_related("decided_by").order_by("-version"))


def _decided(request: HttpRequest, notice: Notice, user: User, form: NoticeForm) -> int:
    """Decide as the form says; return OK, or the status of what is wrong, which the form then says.

    A verdict that is offered no more is tried all the same: so who comes late is told who was
    faster.
    """
    typed = request.POST
    if typed.get("verdict") not in NoticeVerdict or set(form.errors) - {"verdict"}:
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        decide_notice(
            notice,
            user,
            NoticeVerdict(typed["verdict"]),
            answer=typed.get("answer", ""),
            seen=number_in(typed.get("seen", "")),
            seen_text=number_in(typed.get("seen_text", "")),
            reason=typed.get("reason", ""),
            note=typed.get("note", ""),
        )
    except TextRefused as refusal:
        form.add_error(None, f"{refusal} ({refusal.code})")
        return refusal.status
    return HTTPStatus.OK


def _about(notice: Notice, text: Moderated | None, user: User) -> dict[str, Any]:
    same = Notice.objects.filter(kind=notice.kind, subject_id=notice.subject_id)
    return {
        "text": text,
        "others": same.exclude(pk=notice.pk).order_by("-pk")[:20],
        "decisions": decisions_about(text),
        "is_overdue": is_overdue(notice),
        "may_remove": text is not None and user.has_perm(REMOVE),
    }
