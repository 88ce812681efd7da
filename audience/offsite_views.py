"""A batch of codes in the CMS: its figures, its one download, its end."""

import csv
from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required

from audience.domain.code_text import printed
from audience.domain.make_codes import make_codes, may_make_codes
from audience.domain.revoke_codes import revoke_codes
from audience.domain.show_batch import figures_of
from audience.enums import ActKind
from audience.errors import OffsiteRefused
from audience.listeners import is_taken
from audience.models import CodeBatch

may_view = permission_required("audience.view_codebatch")


def state_of(batch: CodeBatch) -> str:
    """Return in a word or two where `batch` stands."""
    if batch.revoked_at:
        return str(_("revoked"))
    if not batch.made_at:
        return str(_("codes not made yet"))
    return str(_("over") if batch.valid_until <= timezone.now() else _("made"))


def end_of(batch: CodeBatch) -> str:
    """Return the day until which the codes can be used; it may well lie ahead."""
    return date_format(timezone.localtime(batch.valid_until), "SHORT_DATE_FORMAT")


@may_view
@never_cache
def show_batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a batch and what can be done with it."""
    return _show(request, get_object_or_404(CodeBatch, pk=pk))


@may_view
@never_cache
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Make the codes and send them, the only time they are seen."""
    batch = get_object_or_404(CodeBatch, pk=pk)
    try:
        codes = make_codes(request.user, batch)  # type: ignore[arg-type]
    except OffsiteRefused as refusal:
        return _show(request, batch, refusal)
    answer = StreamingHttpResponse(_table(request, codes), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="codes-{batch.pk}.csv"'
    return answer


@may_view
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the batch back, with a reason."""
    batch = get_object_or_404(CodeBatch, pk=pk)
    try:
        revoke_codes(request.user, batch, request.POST.get("why", ""))  # type: ignore[arg-type]
    except OffsiteRefused as refusal:
        return _show(request, batch, refusal)
    messages.success(request, str(_("The batch is revoked. What was counted stays counted.")))
    return redirect("codes:show", pk)


def _show(
    request: HttpRequest, batch: CodeBatch, refusal: OffsiteRefused | None = None
) -> HttpResponse:
    context = {
        "batch": batch,
        "figures": figures_of(batch),
        "state": state_of(batch),
        "is_taken": is_taken(batch.meter, ActKind.OFFSITE),
        "may_make": may_make_codes(request.user),  # type: ignore[arg-type]
        "why": request.POST.get("why", ""),
        "refusal": refusal,
        "address": request.build_absolute_uri(reverse("enter_code_of", args=[batch.meter.key])),
        "breadcrumbs_items": [
            {"url": reverse("codes:index"), "label": _("Codes")},
            {"url": "", "label": str(batch)},
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "audience/admin/codes.html", context, status=status)


def _table(request: HttpRequest, codes: list[str]) -> Iterator[str]:
    """Yield the file a line at a time: a code, and an address for a printed square code."""
    writer = csv.writer(_Echo())
    yield writer.writerow(("code", "address"))
    page = request.build_absolute_uri(reverse("enter_code"))
    for code in codes:
        yield writer.writerow((printed(code), f"{page}?c={printed(code)}"))


class _Echo:
    """A file that gives back what is written to it: csv wants one."""

    def write(self, text: str) -> str:
        return text
