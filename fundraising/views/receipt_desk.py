"""Tax receipts in the CMS: the list, one, cancelled or issued anew."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from fundraising.domain.cancel_receipt import cancel_receipt
from fundraising.domain.receipt_facts import receipt_facts
from fundraising.domain.reissue_receipt import reissue_receipt
from fundraising.enums import CancelReason
from fundraising.models import Receipt
from fundraising.receipt_form import ReissueForm
from fundraising.refusals import CollectionRefused
from users.models import User

KEEP_BOOKS = "fundraising.keep_books"
PER_PAGE = 40


@require_admin_access
@never_cache
@require_safe
def receipts(request: HttpRequest) -> HttpResponse:
    """List receipts, the newest first; find them by number or name."""
    bookkeeper(request)
    wanted = request.GET.get("q", "").strip()[:80]
    page = Paginator(_found(wanted), PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "fundraising/admin/receipts.html", {"page": page, "wanted": wanted})


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one as it reads; cancel it, or issue it anew."""
    user = bookkeeper(request)
    related = ("donation__fundraiser", "replaces", "replaced_by", "cancelled_by", "organisation")
    found = get_object_or_404(
        Receipt.objects.select_related(*related).prefetch_related("lines__donation"), pk=pk
    )
    form, refusal = ReissueForm(request.POST or None, initial=_initial(found)), None
    if request.method == "POST" and (request.POST.get("deed") == "cancel" or form.is_valid()):
        try:
            return redirect("receipt_desk", _do(request, found, user, form).pk)
        except CollectionRefused as refused:
            refusal = refused
    context = {"receipt": found, "facts": receipt_facts(found), "form": form, "refusal": refusal}
    status = refusal.status if refusal else 422 if request.method == "POST" else 200
    return render(request, "fundraising/admin/receipt.html", context, status=status)


def bookkeeper(request: HttpRequest) -> User:
    """Return the person of the team who may see who gave what; for others PermissionDenied."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm(KEEP_BOOKS):
        raise PermissionDenied
    return user


def _do(request: HttpRequest, found: Receipt, user: User, form: ReissueForm) -> Receipt:
    """Do what was pressed and return the receipt to look at next. Raises what was refused."""
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "")[:200]
    reason = reason if reason in CancelReason else CancelReason.OTHER
    if request.POST.get("deed") == "cancel":
        cancel_receipt(found, user, reason, note)
        messages.success(request, _("The receipt is cancelled. Its number stays taken."))
        return found
    new = reissue_receipt(found, user, form.donor(), reason, note)
    messages.success(request, _("Issued anew, under another number."))
    return new


def _initial(receipt: Receipt) -> dict[str, Any]:
    return {
        "name": receipt.donor_name,
        "address": receipt.donor_address,
        "is_company": receipt.is_company,
        "email": receipt.email,
        "reason": CancelReason.MISTAKE,
    }


def _found(wanted: str) -> QuerySet[Receipt]:
    found = Receipt.objects.select_related("organisation", "replaces")
    year, _dash, number = wanted.partition("-")
    if year.isdecimal() and number.isdecimal():
        return found.filter(year=int(year[:5]), number=int(number[:9]))
    if wanted:
        with_gift = Receipt.objects.filter(lines__donation__key=wanted)
        named = Q(donor_name__icontains=wanted) | Q(pk__in=with_gift.values("pk"))
        found = found.filter(named)
    return found
