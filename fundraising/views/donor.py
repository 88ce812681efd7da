"""What donors do with their data. The key in the address is all the authority, as for the gift."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.follow_form import FollowForm
from front.session import hide_address
from fundraising.domain.erase_donor import erase_donor, exported_gift, exported_monthly
from fundraising.domain.keep_gift import gifts_of, keep_gift, monthly_of
from fundraising.domain.sign_in import supporter_of
from fundraising.models import Donation
from fundraising.refusals import CollectionRefused
from fundraising.views.confirming import explain_and_do
from fundraising.views.opening import ensure_from_own_page


@require_safe
@never_cache
def export_gift(request: HttpRequest, key: str) -> HttpResponse:
    """Give who gave all that is kept of the gift."""
    told = exported_gift(_gift(key))
    answer = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="don-{key}.json"'
    return hide_address(answer)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def erase_gift(request: HttpRequest, key: str) -> HttpResponse:
    """Say what stays; erase the rest."""
    return explain_and_do(request, _gift(key), erase_donor, "fundraising/erase_gift.html")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for the mailbox under which gifts are kept together, and send the link."""
    found, form, status, is_asked = _gift(key), FollowForm(request.POST or None), 200, False
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            address, email = request.META.get("REMOTE_ADDR", ""), form.cleaned_data["email"]
            keep_gift(found, email, get_language() or "fr", address)
            is_asked = True
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    context = {"gift": found, "form": form, "is_asked": is_asked}
    return hide_address(render(request, "fundraising/keep_gift.html", context, status=status))


@require_safe
@never_cache
def export_gifts(request: HttpRequest) -> HttpResponse:
    """Give somebody who signed in all that is kept of their gifts."""
    supporter = supporter_of(request.session)
    if supporter is None:
        return redirect("own_pages")
    told = {
        "gifts": [exported_gift(one) for one in gifts_of(supporter)],
        "monthly_gifts": [exported_monthly(one) for one in monthly_of(supporter)],
    }
    answer = JsonResponse(told, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="mes-dons.json"'
    return answer


def _gift(key: str) -> Donation:
    return get_object_or_404(Donation.objects.select_related("fundraiser__fund__cause"), key=key)
