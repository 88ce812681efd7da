"""A monthly gift at its donor's private address: its months, and the end of it.

The key in the address is all the authority, as for a gift.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from front.session import hide_address
from fundraising.domain.erase_donor import erase_monthly, exported_monthly
from fundraising.domain.issue_receipt import standing_of
from fundraising.domain.stop_monthly import stop_monthly, stopping_gateway
from fundraising.models import RecurringGift
from fundraising.views.confirming import explain_and_do


@require_safe
@never_cache
def monthly_gift(request: HttpRequest, key: str) -> HttpResponse:
    """Show who gives each month what became of it so far."""
    order = _order(key)
    months = order.gifts.filter(paid_at__isnull=False)  # type: ignore[attr-defined]
    context = {
        "order": order,
        "issues_receipts": not order.is_test and standing_of(order) is not None,
        "months": months.order_by("-paid_at", "-pk"),
        "can_stop": stopping_gateway(order) is not None,
    }
    return hide_address(render(request, "fundraising/monthly_gift.html", context))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """Say what stopping does; stop it."""
    order = _order(key)
    if request.method != "POST" and not order.goes_on:
        return redirect(order)
    return explain_and_do(request, order, stop_monthly, "fundraising/stop_monthly.html")


@require_safe
@never_cache
def export(request: HttpRequest, key: str) -> HttpResponse:
    """Give who gives each month all that is kept of it."""
    told = exported_monthly(_order(key))
    answer = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="don-mensuel-{key}.json"'
    return hide_address(answer)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def erase(request: HttpRequest, key: str) -> HttpResponse:
    """Say what stays; erase the rest."""
    return explain_and_do(request, _order(key), erase_monthly, "fundraising/erase_monthly.html")


def _order(key: str) -> RecurringGift:
    orders = RecurringGift.objects.select_related(
        "fundraiser__fund__cause__locale", "fundraiser__fund__beneficiary", "donor", "receipt_wish"
    )
    return get_object_or_404(orders, key=key)
