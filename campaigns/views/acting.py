"""Acting without JavaScript, and what an act leaves in the hand: its receipt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from audience.domain.sentences import sentence_for
from audience.domain.share_codes import code_in_address, read_share_code
from audience.domain.tokens import new_token
from audience.enums import Reason, Verdict
from audience.models import Meter
from campaigns.domain.show_fate import fate_of
from campaigns.domain.show_promise import promises_of
from campaigns.domain.show_receipt import place_of, receipt_of
from front.session import hide_address


@require_safe
@never_cache
def act(request: HttpRequest, meter_key: str, kind: str) -> HttpResponse:
    """Show the button with a token of its own: reading this page counts nothing."""
    meter = get_object_or_404(Meter, key=meter_key)
    place = place_of(meter, Locale.get_active().pk)
    if place is None or kind not in place.kinds:
        raise Http404
    context = {
        "place": place,
        "meter": meter,
        "promises": promises_of(meter),
        "kind": kind,
        "token": new_token(meter.key, kind).text(),
        "came_by": _came_by(request),
    }
    return render(request, "campaigns/act.html", context)


@require_safe
@never_cache
def refusal(request: HttpRequest, meter_key: str, kind: str) -> HttpResponse:
    """Say why an act was not counted."""
    meter = get_object_or_404(Meter, key=meter_key)
    reason = request.GET.get("raison", "")
    if reason not in Reason.values or not reason:
        raise Http404
    verdict = Verdict.TO_VERIFY if reason == Reason.BUSY_NETWORK else Verdict.REFUSED
    context = {
        "place": place_of(meter, Locale.get_active().pk),
        "meter": meter,
        "sentence": sentence_for(verdict, reason),
    }
    return render(request, "campaigns/act_refused.html", context)


@require_safe
@never_cache
def receipt(request: HttpRequest, nonce: str) -> HttpResponse:
    """Show what an act gave and what has become of it."""
    found = receipt_of(nonce, Locale.get_active().pk)
    if found is None:
        raise Http404
    context = {"receipt": found, "fate": fate_of(found)}
    return hide_address(render(request, "campaigns/receipt.html", context))


def _came_by(request: HttpRequest) -> str:
    """Return the code in the address of this page, or of the one before: a form drops it."""
    here = read_share_code(request.GET.get("par", ""))
    return here or code_in_address(request.headers.get("Referer", ""), request.get_host())
