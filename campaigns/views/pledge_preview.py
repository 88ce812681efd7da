"""The live preview beside the form of a pledge, and the same for browsers without JavaScript."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_denied

from campaigns.domain.clauses import Terms, terms_from
from campaigns.domain.give import terms_of
from campaigns.domain.pledge_rights import may_write
from campaigns.domain.preview_pledge import Preview, preview_terms
from campaigns.forms import PledgeForm
from campaigns.models import Pledge
from media.views.access import TeamRequest


def preview_view(form_class: type[PledgeForm]) -> Callable[[TeamRequest], HttpResponse]:
    """Return the view that answers a form as it is typed with what its clauses give."""

    @require_POST
    def show_preview(request: TeamRequest) -> HttpResponse:
        if not may_write(request.user):
            return permission_denied(request)
        preview = preview_of_form(form_class(request.POST, instance=Pledge()))
        is_fragment = request.headers.get("X-Requested-With") == "fetch"
        name = "preview_table" if is_fragment else "preview_page"
        return render(request, f"campaigns/admin/{name}.html", {"preview": preview})

    return show_preview


def preview_of_form(form: PledgeForm) -> Preview | None:
    """Return what the clauses of a form give; None while something in them cannot be read."""
    if not form.is_bound:
        return preview_of(terms_of(form.instance), form.instance.unit)
    terms = _sent_terms(form)
    return preview_of(terms, form.cleaned_data["unit"]) if terms else None


def preview_of(terms: Terms, unit: str) -> Preview | None:
    """Return the preview of `terms`, or None while they say nothing yet."""
    return preview_terms(terms, unit) if terms.clauses and terms.cap else None


def _sent_terms(form: PledgeForm) -> Terms | None:
    form.is_valid()
    rows = form.formsets["clauses"]
    kept = [row for row in rows.forms if row not in rows.deleted_forms]
    names = ("kind", "quantity", "acts", "cap")
    if any(row.errors or not row.cleaned_data.get("quantity") for row in kept):
        return None
    if not (form.cleaned_data.get("cap") and form.cleaned_data.get("unit")):
        return None
    found = [tuple(row.cleaned_data[name] for name in names) for row in kept]
    return terms_from(found, form.cleaned_data["cap"])
