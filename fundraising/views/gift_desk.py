"""Gifts in the CMS: found again, explained by what their provider told, given back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import require_admin_access

from audience.domain.form_tickets import key_of, new_ticket
from fundraising.domain.euros import read_cents
from fundraising.domain.find_gifts import find_gifts
from fundraising.domain.gift_movements import movements_of
from fundraising.domain.refund_gift import refund_gift, refunding_gateway
from fundraising.gateways.payments import gateway_named
from fundraising.gift_search_form import GiftSearchForm
from fundraising.models import Donation
from fundraising.refusals import CollectionRefused
from fundraising.views.receipt_desk import KEEP_BOOKS
from users.models import User

PER_PAGE = 50
PURPOSE = "fundraising.desk_refund"


@require_admin_access
@never_cache
@require_safe
def gifts(request: HttpRequest) -> HttpResponse:
    """List the gifts that are looked for, the newest first."""
    _bookkeeper(request)
    form = GiftSearchForm(request.GET)
    page = Paginator(find_gifts(form.wish()), PER_PAGE).get_page(request.GET.get("p"))
    more = request.GET.copy()
    more.pop("p", None)
    context = {"page": page, "form": form, "more": more.urlencode()}
    return render(request, "fundraising/admin/gifts.html", context)


@require_admin_access
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def gift(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one gift, what was told of it and what that amounts to; give it back."""
    user, refusal = _bookkeeper(request), None
    found = get_object_or_404(
        Donation.objects.select_related("fundraiser__fund__cause", "recurring"), pk=pk
    )
    key = key_of(request.POST.get("ticket", ""), PURPOSE)
    if request.method == "POST" and key is not None:
        try:
            refund_gift(found, read_cents(request.POST.get("amount", "")) or 0, key, user)
            messages.success(
                request, _("The provider gives it back. The total falls when it says so.")
            )
            return redirect("gift_desk", pk)
        except CollectionRefused as refused:
            refusal = refused
    typed = request.POST.get("amount", "")
    context = {**_known_of(found), "typed": typed, "refusal": refusal}
    status = refusal.status if refusal else 200
    return render(request, "fundraising/admin/gift.html", context, status=status)


def _known_of(gift: Donation) -> dict[str, Any]:
    gateway = gateway_named(gift.provider)
    return {
        "gift": gift,
        "events": gift.events.order_by("occurred_at", "pk"),  # type: ignore[attr-defined]
        "movements": movements_of(gift),
        "provider": gateway.name if gateway else gift.provider,
        "back_office": gateway.back_office(gift.provider_ref) if gateway else "",
        "can_refund": refunding_gateway(gift) is not None,
        "ticket": new_ticket(PURPOSE),
    }


def _bookkeeper(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not user.has_perm(KEEP_BOOKS):
        raise PermissionDenied
    return user
