"""Leaders of influence in the CMS: who to speak to next, what was said, and aliases to decide."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from ambassadors.domain.follow_up import (
    Leader,
    contacts_with,
    leader_of,
    leaders,
    may_follow_up,
    may_read_follow_up,
    note_contact,
)
from ambassadors.inbox_sources import may_decide_aliases, waiting_aliases
from ambassadors.models import Ambassador, LeaderKind
from ambassadors.refusals import AmbassadorRefused
from front.forms import number_in
from qa.domain.decide import decide
from qa.enums import Action, RefusalReason
from qa.notice_views import decisions_about
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 50


@require_admin_access
@never_cache
@require_safe
def follow_up(request: HttpRequest) -> HttpResponse:
    """List who brings people; whoever decides about aliases sees those that wait."""
    user = _reader(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in LeaderKind.values else ""
    found = leaders(kind) if may_read_follow_up(user) else []
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("p")),
        "kind": kind,
        "may_read": may_read_follow_up(user),
        "waiting": waiting_aliases() if may_decide_aliases(user) else [],
    }
    return render(request, "ambassadors/admin/leaders.html", context)


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leader(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Show one of them with what was noted; note a contact, or decide about the alias."""
    user, found, refusal = _reader(request), leader_of(kind, pk), None
    if found is None or (kind == LeaderKind.HOST and not may_read_follow_up(user)):
        raise Http404
    if request.method == "POST":
        try:
            messages.success(request, _do(user, found, request.POST))
            return redirect("leader", kind, pk)
        except (AmbassadorRefused, TextRefused) as refused:
            refusal = refused
    context = {"refusal": refusal, "typed": request.POST, **_about(user, found)}
    status = refusal.status if refusal else 200
    return render(request, "ambassadors/admin/leader.html", context, status=status)


def _reader(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not (may_read_follow_up(user) or may_decide_aliases(user)):
        raise PermissionDenied
    return user


def _about(user: User, found: Leader) -> dict[str, Any]:
    is_ambassador = found.kind == LeaderKind.AMBASSADOR
    text = Ambassador.objects.get(pk=found.pk) if is_ambassador else None
    may_read = may_read_follow_up(user)
    return {
        "leader": found,
        "text": text,
        "may_read": may_read,
        "may_write": may_follow_up(user),
        "may_decide": text is not None and may_decide_aliases(user),
        "contacts": contacts_with(found) if may_read else [],
        "decisions": decisions_about(text) if text is not None else [],
        "reasons": RefusalReason.choices,
        "today": timezone.localdate(),
    }


def _do(user: User, found: Leader, form: Any) -> str:
    """Do what was pressed and return the sentence that says so. Raises what was refused."""
    deed, seen = form.get("deed", ""), number_in(form.get("seen", ""))
    if deed == "note":
        note_contact(user, found, _day(form.get("on", "")), form.get("note", ""))
        return _("Noted.")
    if found.kind != LeaderKind.AMBASSADOR:
        raise Http404
    text = Ambassador.objects.get(pk=found.pk)
    match deed:
        case Action.APPROVE:
            decide(text, Action.APPROVE, user=user, seen=seen)
            return _("The alias is shown.")
        case Action.HIDE:
            decide(text, Action.HIDE, user=user, seen=seen)
            return _("The alias is hidden for now. The ambassador reads it on their page.")
        case _:
            why, note = form.get("reason", ""), form.get("why", "")[:300]
            decide(text, Action.REJECT, user=user, seen=seen, reason=why, note=note)
            return _("The alias was declined. The ambassador reads why, and can choose another.")


def _day(text: str) -> Any:
    try:
        return parse_date(text)
    except ValueError:
        return None
