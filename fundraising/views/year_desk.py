"""The receipts of a year in the CMS: asked for once, issued by the worker."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import require_admin_access

from fundraising.domain.issue_yearly import ask_for_year
from fundraising.models import Receipt, ReceiptRun
from fundraising.receipt_form import YearForm
from fundraising.refusals import CollectionRefused
from fundraising.views.receipt_desk import bookkeeper


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def years(request: HttpRequest) -> HttpResponse:
    """Ask for the receipts of a year, and see how far those of all years are."""
    user, refusal = bookkeeper(request), None
    form = YearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_year(form.cleaned_data["standing"], form.cleaned_data["year"], user)
            messages.success(request, _("The receipts are being issued: look again in a minute."))
            return redirect("receipt_years")
        except CollectionRefused as refused:
            refusal = refused
    context = {"form": form, "refusal": refusal, "runs": _runs()}
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "fundraising/admin/receipt_years.html", context, status=status)


def _runs() -> list[tuple[ReceiptRun, int, int]]:
    """Return each year that was asked for, with how many receipts hold and how many do not."""
    counted = Receipt.objects.exclude(gift_year=None).values_list("organisation", "gift_year")
    sums = counted.annotate(
        valid=Count("pk", filter=Q(cancelled_at=None)),
        cancelled=Count("pk", filter=~Q(cancelled_at=None)),
    ).order_by()
    by_year = {(one[0], one[1]): (one[2], one[3]) for one in sums}
    runs = ReceiptRun.objects.select_related("organisation", "asked_by")
    return [(run, *by_year.get((run.organisation_id, run.year), (0, 0))) for run in runs]
