"""The page of a declaration in the CMS, and what is decided there."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required

from audience.enums import ActKind
from audience.listeners import is_taken
from campaigns.domain.decide_declaration import (
    approve_declaration,
    may_approve,
    may_decide,
    reject_declaration,
)
from campaigns.domain.revoke_declaration import revoke_declaration
from campaigns.models import Declaration
from campaigns.refusals import PledgeRefused
from media.views.access import TeamRequest
from users.models import User

may_view = permission_required("campaigns.view_declaration")

Decide = Callable[[User, Declaration, str], Declaration]
DECISIONS: dict[str, tuple[Decide, Promise | str]] = {
    "approve": (
        lambda user, declaration, why: approve_declaration(user, declaration),
        _("Approved. The acts are counted within a minute or so."),
    ),
    "reject": (reject_declaration, _("Rejected. These acts never count.")),
    "revoke": (revoke_declaration, _("Revoked. What these acts had unlocked is taken back.")),
}


def state_of(declaration: Declaration) -> str:
    """Return in a few words where `declaration` stands."""
    if declaration.revoked_at:
        return str(_("revoked"))
    if declaration.rejected_at:
        return str(_("rejected"))
    if not declaration.approved_at:
        return str(_("waits for a second person"))
    return str(_("counted") if declaration.ended_at else _("being counted"))


@may_view
def show_declaration(request: TeamRequest, pk: int) -> HttpResponse:
    """Show a declaration and what can be done with it."""
    return _show(request, get_object_or_404(Declaration, pk=pk))


@may_view
@require_POST
def decide(request: TeamRequest, pk: int, decision: str) -> HttpResponse:
    """Approve, reject or revoke."""
    declaration = get_object_or_404(Declaration, pk=pk)
    if decision not in DECISIONS:
        raise Http404
    verb, done = DECISIONS[decision]
    try:
        verb(request.user, declaration, request.POST.get("why", ""))
    except PledgeRefused as refusal:
        declaration.refresh_from_db()
        return _show(request, declaration, refusal)
    messages.success(request, str(done))
    return redirect("declarations:show", pk)


def _show(
    request: TeamRequest, declaration: Declaration, refusal: PledgeRefused | None = None
) -> HttpResponse:
    user = request.user
    is_own = declaration.declared_by_id == user.pk
    context = {
        "declaration": declaration,
        "state": state_of(declaration),
        "is_taken": is_taken(declaration.meter, ActKind.OFFSITE),
        "may_approve": declaration.is_open and may_decide(user, declaration),
        "may_reject": declaration.is_open and (may_approve(user) or is_own),
        "may_revoke": (
            declaration.approved_at and not declaration.revoked_at and may_approve(user)
        ),
        "is_own": is_own,
        "why": request.POST.get("why", ""),
        "refusal": refusal,
        "breadcrumbs_items": [
            {"url": reverse("declarations:index"), "label": _("Declared acts")},
            {"url": "", "label": str(declaration)},
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "campaigns/admin/declaration.html", context, status=status)
