"""A deed that its page explains first: stop, erase. The key in the address is all the authority."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from front.session import hide_address
from fundraising.models import Donation, RecurringGift
from fundraising.refusals import CollectionRefused
from fundraising.views.opening import ensure_from_own_page

Shown = TypeVar("Shown", Donation, RecurringGift)


def explain_and_do(
    request: HttpRequest, shown: Shown, deed: Callable[[Shown], object], template: str
) -> HttpResponse:
    """Say what `deed` does to what is `shown`; do it when it is pressed, and lead back there."""
    refusal = None
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            deed(shown)
            return redirect(shown)
        except CollectionRefused as refused:
            refusal = refused
    context = {"shown": shown, "refusal": refusal}
    status = refusal.status if refusal else 200
    return hide_address(render(request, template, context, status=status))
