"""The team looks at acts and decides about those that wait."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.auth import require_admin_access

from audience.domain.review_acts import may_review, review_acts
from audience.enums import Verdict
from audience.errors import ReviewRefused
from audience.models import Act
from audience.places import names_of_places

PER_PAGE = 50


@require_admin_access
def acts(request: HttpRequest) -> HttpResponse:
    """List acts by verdict, those that wait first; decide about the chosen ones."""
    note, refusal = request.POST.get("note", ""), None
    if request.method == "POST":
        try:
            return _decide(request, note)
        except ReviewRefused as error:
            refusal = error
    shown = request.GET.get("verdict", Verdict.TO_VERIFY)
    verdict = shown if shown in Verdict.values else Verdict.TO_VERIFY
    page = Paginator(_listed(verdict), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "acts": _placed(page.object_list),
        "verdict": verdict,
        "verdicts": Verdict.choices,
        "may_review": may_review(request.user),  # type: ignore[arg-type]
        "chosen": request.POST.getlist("act"),
        "note": note,
        "refusal": refusal,
    }
    return render(request, "audience/admin/acts.html", context, status=422 if refusal else 200)


def _listed(verdict: str) -> QuerySet[Act]:
    found = Act.objects.filter(verdict=verdict).select_related("meter", "decided_by")
    return found.order_by("received_at" if verdict == Verdict.TO_VERIFY else "-received_at", "pk")


def _placed(shown: Iterable[Act]) -> list[tuple[Act, str]]:
    """Return each act with the name of the place it came from."""
    found = list(shown)
    names = names_of_places({act.host for act in found if act.host})
    return [(act, names.get(act.host, act.host)) for act in found]


def _decide(request: HttpRequest, note: str) -> HttpResponse:
    chosen = [int(text) for text in request.POST.getlist("act") if text.isdecimal()]
    wanted = Verdict.COUNTED if request.POST.get("decision") == "count" else Verdict.REFUSED
    ended = review_acts(request.user, chosen, wanted, note)  # type: ignore[arg-type]
    counted, refused = ended.get(Verdict.COUNTED, 0), ended.get(Verdict.REFUSED, 0)
    told = [
        ngettext("%(number)s act counted", "%(number)s acts counted", counted)
        % {"number": counted},
        ngettext("%(number)s refused", "%(number)s refused", refused) % {"number": refused},
    ]
    messages.success(request, _("Done: %(told)s.") % {"told": ", ".join(told)})
    return redirect(reverse("acts"))
