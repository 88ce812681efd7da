"""A donor's tax receipt: asked for on the page of the gift, read and fetched by a private link.

What writes PDFs weighs 26 MB: a process that is never asked for one never bears it.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from front.session import hide_address
from fundraising.domain.issue_receipt import (
    can_have_receipt,
    is_yearly,
    issue_receipt,
    standing_of,
)
from fundraising.domain.receipt_facts import receipt_facts
from fundraising.domain.wish_receipt import wish_receipt
from fundraising.models import Donation, Receipt, RecurringGift, TaxStanding
from fundraising.receipt_form import ReceiptForm, YearlyReceiptForm
from fundraising.refusals import CollectionRefused
from fundraising.views.opening import ensure_from_own_page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask_receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Ask who gave; the key in the address is all the authority, as for the gift itself."""
    gifts = Donation.objects.select_related("fundraiser__fund__beneficiary", "recurring")
    gift = get_object_or_404(gifts, key=key)
    held, standing = Receipt.objects.valid().of(gift).first(), standing_of(gift)
    if held is not None:
        return redirect(held)
    if standing is None or not can_have_receipt(gift):
        raise Http404
    if is_yearly(gift, standing):
        return _wish(request, gift, standing)
    form, status = ReceiptForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            return redirect(issue_receipt(gift, form.donor()))
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    context = {"gift": gift, "form": form, "standing": standing}
    return hide_address(render(request, "fundraising/ask_receipt.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def wish_for_months(request: HttpRequest, key: str) -> HttpResponse:
    """Ask who gives each month, for one receipt a year."""
    orders = RecurringGift.objects.select_related("fundraiser__fund__beneficiary")
    order = get_object_or_404(orders, key=key, is_test=False)
    standing = standing_of(order)
    if standing is None:
        raise Http404
    return _wish(request, order, standing)


def _wish(
    request: HttpRequest, gift: Donation | RecurringGift, standing: TaxStanding
) -> HttpResponse:
    form, status = YearlyReceiptForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            wish_receipt(standing, form.donor(), gift)
            return redirect(gift)
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    context = {"gift": gift, "form": form, "standing": standing}
    return hide_address(render(request, "fundraising/wish_receipt.html", context, status=status))


@require_safe
@never_cache
def receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Show a receipt in letters."""
    found = _receipt(key)
    context = {"receipt": found, "facts": receipt_facts(found)}
    return hide_address(render(request, "fundraising/receipt.html", context))


@require_safe
@never_cache
def receipt_file(request: HttpRequest, key: str) -> HttpResponse:
    """Send it as a PDF."""
    from fundraising.domain.draw_receipt import draw_receipt

    found = _receipt(key)
    name = f"recu-fiscal-{found.reference}.pdf"
    return hide_address(
        HttpResponse(
            draw_receipt(receipt_facts(found)),
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    )


@require_safe
@never_cache
def specimen(request: HttpRequest, key: str) -> HttpResponse:
    """Show what a receipt looks like to who tried a gift without money."""
    from fundraising.domain.draw_specimen import draw_specimen

    gift = get_object_or_404(Donation, key=key, is_test=True)
    standing = standing_of(gift)
    if standing is None or not gift.net_cents:
        raise Http404
    file = HttpResponse(draw_specimen(gift, standing), content_type="application/pdf")
    return hide_address(file)


def _receipt(key: str) -> Receipt:
    found = Receipt.objects.select_related("donation", "replaces", "replaced_by")
    return get_object_or_404(found, key=key)
