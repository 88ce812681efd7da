"""One text before the law: remove it everywhere, remove its equals, freeze it as evidence."""

from collections.abc import Callable
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import require_admin_access

from front.forms import number_in
from qa.domain.freeze_text import freeze_text, thaw_text
from qa.domain.remove_everywhere import equal_texts, remove_equals, remove_everywhere
from qa.domain.rights import REMOVE
from qa.enums import TextState
from qa.kinds import text_of
from qa.models import Moderated, Notice
from qa.notice_forms import ToAuthorForm, WhyForm
from qa.notice_views import decisions_about
from qa.refusals import TextRefused
from users.models import User


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def text_by_law(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Show a text with all that was decided about it, and what its removal calls for."""
    user, text = request.user, text_of(kind, pk)
    if not isinstance(user, User) or not user.has_perm(REMOVE):
        raise PermissionDenied
    if text is None:
        raise Http404
    forms_of: dict[str, forms.Form] = {"remove": ToAuthorForm(), "keep": WhyForm()}
    status = HTTPStatus.OK
    if request.method == "POST":
        name = "remove" if request.POST.get("deed") == "remove" else "keep"
        forms_of[name] = type(forms_of[name])(request.POST)
        status = _done(request, text, user, forms_of[name])
        if status == HTTPStatus.OK:
            return redirect("text_by_law", kind, pk)
        text.refresh_from_db()
    context = {
        "text": text,
        "forms": forms_of,
        "is_removed": text.state == TextState.REMOVED,
        "equals": equal_texts(text),
        "decisions": decisions_about(text),
        "notices": Notice.objects.filter(kind=kind, subject_id=pk).order_by("-pk")[:20],
    }
    return render(request, "qa/admin/law.html", context, status=status)


def _done(request: HttpRequest, text: Moderated, user: User, form: forms.Form) -> HTTPStatus:
    """Do what was asked for; return OK, or the status of what is wrong, which the form says."""
    deed = _DEEDS.get(request.POST.get("deed", ""), _freeze)
    if deed is not _equals and not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        deed(request, text, user)
    except TextRefused as refusal:
        form.add_error(None, f"{refusal} ({refusal.code})")
        return refusal.status
    return HTTPStatus.OK


def _remove(request: HttpRequest, text: Moderated, user: User) -> None:
    typed = request.POST
    remove_everywhere(
        text,
        user,
        reason=typed.get("reason", ""),
        note=typed.get("note", ""),
        seen=_seen(request),
    )
    messages.success(request, _("Removed from every page, also where a copy was kept."))


def _equals(request: HttpRequest, text: Moderated, user: User) -> None:
    chosen = []
    for one in request.POST.getlist("chosen"):
        kind, _sep, rest = one.partition(":")
        pk, _sep, seen = rest.partition(":")
        chosen.append((kind, number_in(pk), number_in(seen)))
    removed, refusals = remove_equals(text, user, chosen)
    if removed:
        said = ngettext("%(number)s text removed", "%(number)s texts removed", removed)
        messages.success(request, said % {"number": removed})
    for refusal in refusals:
        messages.error(request, f"{refusal} ({refusal.code})")


def _freeze(request: HttpRequest, text: Moderated, user: User) -> None:
    freeze_text(text, user, request.POST.get("why", ""), _seen(request))
    messages.success(request, _("Frozen. Its author reads why."))


def _thaw(request: HttpRequest, text: Moderated, user: User) -> None:
    thaw_text(text, user, request.POST.get("why", ""), _seen(request))
    messages.success(request, _("Released."))


def _seen(request: HttpRequest) -> int:
    return number_in(request.POST.get("seen", ""))


_DEEDS: dict[str, Callable[[HttpRequest, Moderated, User], None]] = {
    "remove": _remove,
    "equals": _equals,
    "freeze": _freeze,
    "thaw": _thaw,
}
