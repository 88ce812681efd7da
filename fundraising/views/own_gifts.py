"""The gifts to one's page: words read, names hidden, thanks written."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from front.forms import number_in
from fundraising.domain.own_gifts import gifts_of, hide_name
from fundraising.domain.sign_in import supporter_of
from fundraising.domain.thank_donors import gifts_to_thank, thank_donors
from fundraising.models import Fundraiser
from fundraising.refusals import ThanksRefused
from fundraising.thanks_form import ThanksForm
from fundraising.views.own import own_page

PER_PAGE = 40
HIDE, SHOW = "hide", "show"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_gifts(request: HttpRequest, code: str) -> HttpResponse:
    """List the gifts to one's page; hide a name, show it again, thank one or all."""
    if supporter_of(request.session) is None:
        return redirect("own_pages")
    page, form, status = own_page(request, code), ThanksForm(), 200
    if request.method == "POST":
        form = ThanksForm(request.POST)
        status = _press(page, form, request.POST)
        if status == 302:
            return redirect("own_gifts", code)
    context = {
        "fundraiser": page,
        "form": form,
        "for_one": request.POST.get("gift", ""),
        "gifts": Paginator(gifts_of(page), PER_PAGE).get_page(request.GET.get("page")),
        "to_thank": gifts_to_thank(page).count(),
    }
    return render(request, "fundraising/own_gifts.html", context, status=status)


def _press(page: Fundraiser, form: ThanksForm, typed: Any) -> int:
    """Do what was pressed and return 302, or the status of what was refused."""
    number = number_in(typed["gift"]) if typed.get("gift") else None
    deed = typed.get("deed", "")
    if deed in (HIDE, SHOW) and number is not None:
        hide_name(page, number, deed == HIDE)
        return 302
    if not form.is_valid():
        return 422
    try:
        thank_donors(page, form.cleaned_data["words"], number)
    except ThanksRefused as refusal:
        form.add_error(None, str(refusal))
        return refusal.status
    return 302
