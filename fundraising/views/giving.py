"""Giving to a collection page: a form, the provider's own page, and back.

No cookie and no token: the ticket of the form and the key in the address are all the authority.
"""

from collections.abc import Callable
from typing import Any, cast

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from front.session import hide_address
from fundraising.domain.begin_gift import PURPOSE
from fundraising.domain.begin_monthly import begin
from fundraising.domain.cover_fees import offered_fees
from fundraising.domain.follow_link import PURPOSE as LINK
from fundraising.domain.follow_link import follow_link, origin_of
from fundraising.domain.hear_provider import hear_provider
from fundraising.domain.issue_receipt import can_have_receipt, is_yearly, standing_of
from fundraising.domain.offer_amounts import meaning_of, offered_amounts
from fundraising.domain.offer_reductions import offered_reductions
from fundraising.gateways.payments import (
    NotificationForged,
    NotificationUnreadable,
    ProviderUnreachable,
    gateway_named,
)
from fundraising.gift_form import GiftForm
from fundraising.models import Donation, Fundraiser, Receipt
from fundraising.refusals import CollectionRefused
from fundraising.views.opening import ensure_from_own_page

MOST_BYTES = 64 * 1024


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Take what somebody wants to give, and lead them to where it is paid."""
    page = _public_page(slug)
    if page.leads_elsewhere:
        return _leave_for(request, page)
    key, status = key_of(request.POST.get("ticket", ""), PURPOSE), 200
    amounts = offered_amounts(page.fund, timezone.localdate(), get_language() or "fr")
    form = GiftForm(request.POST or None, amounts=amounts, offers_monthly=page.fund.offers_monthly)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            return redirect(begin(page, form.wish(key), request.META.get("REMOTE_ADDR", "")))
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {
        "fundraiser": page,
        "form": form,
        "ticket": request.POST["ticket"] if key else new_ticket(PURPOSE),
        "is_old": request.method == "POST" and key is None,
        **offered_fees(page.fund, int(amounts[0][0]), timezone.localdate()),
        **offered_reductions(page.fund, [int(cents) for cents, _ in amounts], timezone.localdate()),
    }
    status = 422 if form.errors and status == 200 else status
    return _leading_to(page)(request, "fundraising/give.html", context, status=status)


@require_safe
@never_cache
def gift(request: HttpRequest, key: str) -> HttpResponse:
    """Show who gave what became of it."""
    gifts = Donation.objects.select_related(
        "fundraiser__fund__beneficiary",
        "fundraiser__fund__cause__locale",
        "recurring",
        "receipt_wish",
    )
    found = get_object_or_404(gifts, key=key)
    held, standing = Receipt.objects.valid().of(found).first(), standing_of(found)
    context = {
        "gift": found,
        "receipt": held,
        "issues_receipts": bool(found.net_cents) and standing is not None,
        "is_yearly": standing is not None and is_yearly(found, standing),
        "can_have_receipt": can_have_receipt(found),
        "meaning": meaning_of(found, get_language() or "fr"),
    }
    return hide_address(render(request, "fundraising/gift.html", context))


@csrf_exempt
@require_POST
@never_cache
def provider_event(request: HttpRequest, provider: str) -> HttpResponse:
    """Take in what a provider tells: 200 once it is kept, also when it was told before."""
    gateway = gateway_named(provider)
    if gateway is None or not gateway.is_on() or len(request.body) > MOST_BYTES:
        return HttpResponse(status=404)
    try:
        network = request.META.get("REMOTE_ADDR", "")
        hear_provider(gateway, request.headers, request.body, network)
    except NotificationForged:
        return HttpResponse(status=403)
    except NotificationUnreadable:
        return HttpResponse(status=422)
    except ProviderUnreachable:
        return HttpResponse(status=503)
    except CollectionRefused as refusal:
        return HttpResponse(status=refusal.status)
    return HttpResponse(status=200)


def _leave_for(request: HttpRequest, page: Fundraiser) -> HttpResponse:
    """Say that gifts are made on the association's own page, count the press and lead there."""
    key, refusal = key_of(request.POST.get("ticket", ""), LINK), None
    if request.method == "POST" and key is not None:
        try:
            ensure_from_own_page(request)
            return redirect(follow_link(page, key, request.META.get("REMOTE_ADDR", "")))
        except CollectionRefused as refused:
            refusal = refused
    context = {"fundraiser": page, "ticket": new_ticket(LINK), "refusal": refusal}
    status = refusal.status if refusal else 200
    return _leading_to(page)(request, "fundraising/leave.html", context, status=status)


def _public_page(slug: str) -> Fundraiser:
    pages = Fundraiser.objects.public().select_related("fund__cause__locale", "fund__beneficiary")
    return get_object_or_404(pages, slug=slug)


def _leading_to(page: Fundraiser) -> Callable[..., HttpResponse]:
    """Return `render` for a page whose form may lead elsewhere: browsers ask the policy."""
    gateway = page.fund.gateway
    origin = gateway.origin if gateway else origin_of(page.fund.donation_page)
    if not origin:
        return render
    wider: Any = csp_update({"form-action": [origin]})
    return cast("Callable[..., HttpResponse]", wider(render))
