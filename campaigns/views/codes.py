"""The page on which people type the code of what they bought."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from audience.domain.redeem_code import new_form, redeem_code
from audience.errors import CodeRefused
from audience.models import Meter
from campaigns.domain.show_promise import promises_of
from campaigns.domain.show_receipt import campaign_of


# A signed name in the form stands for the CSRF cookie: nobody gets a cookie for looking.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: HttpRequest, meter_key: str = "") -> HttpResponse:
    """Ask for a code; count it, or say why not with all that was typed still there."""
    typed, refusal = request.GET.get("c", ""), None
    if request.method == "POST":
        typed = request.POST.get("code", "")
        address = request.META.get("REMOTE_ADDR", "")
        try:
            outcome = redeem_code(typed, request.POST.get("form", ""), address)
        except CodeRefused as error:
            refusal = error
        else:
            return redirect("receipt", outcome.nonce)
    context = {"typed": typed[:64], "refusal": refusal, "form": new_form(), **_around(meter_key)}
    status = refusal.status if refusal else 200
    return render(request, "campaigns/code.html", context, status=status)


def _around(meter_key: str) -> dict[str, object]:
    """Return the campaign that the page is for, where its address names one."""
    if not meter_key:
        return {"campaign": None, "promises": []}
    meter = Meter.objects.filter(key=meter_key).first()
    campaign = campaign_of(meter.pk, Locale.get_active().pk) if meter else None
    if campaign is None:
        raise Http404
    return {"campaign": campaign, "promises": promises_of(meter)}
