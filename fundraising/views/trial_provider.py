"""The pages of the built-in test provider: as a real one's, and off unless a setting says so.

All that they know stands, signed, in their address.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from audience.domain.form_tickets import key_of, new_ticket
from front.session import hide_address
from fundraising.domain.euros import read_cents
from fundraising.domain.play_provider import (
    cancel,
    gift_of,
    give_back,
    order_of,
    pay_by_card,
    play_month,
)
from fundraising.enums import TrialGifts
from fundraising.gateways.payments import Checkout
from fundraising.gateways.trial_provider import checkout_in
from fundraising.gift_form import CardForm
from fundraising.refusals import CollectionRefused
from fundraising.views.opening import ensure_from_own_page

PURPOSE, MONTHS = "fundraising.refund", "fundraising.months"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def checkout(request: HttpRequest, token: str) -> HttpResponse:
    """Pay with a card that everybody knows, or leave."""
    wanted, refusal = _checkout(token), None
    form = CardForm(request.POST if request.POST.get("deed") == "pay" else None)
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            if request.POST.get("deed") == "cancel":
                cancel(wanted)
                return redirect(wanted.return_url)
            if form.is_valid():
                pay_by_card(wanted, form.cleaned_data["number"])
                return redirect(wanted.return_url)
        except CollectionRefused as refused:
            refusal = refused
    context = {"checkout": wanted, "form": form, "refusal": refusal}
    status = refusal.status if refusal else 200
    return hide_address(render(request, "fundraising/provider.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def refund(request: HttpRequest, token: str) -> HttpResponse:
    """Give back a part or all: what an association does in its provider's back office."""
    wanted, refusal = _checkout(token), None
    found = gift_of(wanted)
    if found is None:
        raise Http404
    key = key_of(request.POST.get("ticket", ""), PURPOSE)
    if request.method == "POST" and key is not None:
        try:
            ensure_from_own_page(request)
            typed = read_cents(request.POST.get("amount", ""))
            give_back(wanted, min(typed or found.net_cents, found.net_cents), key)
            return redirect(wanted.return_url)
        except CollectionRefused as refused:
            refusal = refused
    context = {"gift": found, "refusal": refusal, "ticket": new_ticket(PURPOSE)}
    status = refusal.status if refusal else 200
    return hide_address(render(request, "fundraising/refund.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def months(request: HttpRequest, token: str) -> HttpResponse:
    """Let time pass for a monthly gift: the next month, one that fails, the end."""
    wanted, refusal = _checkout(token), None
    order = order_of(wanted)
    if order is None:
        raise Http404
    key = key_of(request.POST.get("ticket", ""), MONTHS)
    if request.method == "POST" and key is not None:
        try:
            ensure_from_own_page(request)
            play_month(wanted, request.POST.get("deed", ""), key)
            return redirect(wanted.return_url)
        except CollectionRefused as refused:
            refusal = refused
    context = {"order": order, "refusal": refusal, "ticket": new_ticket(MONTHS)}
    status = refusal.status if refusal else 200
    return hide_address(render(request, "fundraising/months.html", context, status=status))


def _checkout(token: str) -> Checkout:
    found = checkout_in(token)
    if found is None or settings.TEST_GIFTS == TrialGifts.OFF:
        raise Http404
    return found
