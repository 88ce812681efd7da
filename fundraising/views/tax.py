"""What a gift costs once the tax office has given back its part: a sum, and where it comes from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from fundraising.domain.tax_rules import (
    CHECKED_ON,
    COMPANY_RULES,
    PERSON_RULES,
    YEARS_CARRIED,
    company_rule,
    person_rule,
)
from fundraising.enums import Giver, TaxScheme
from fundraising.tax_form import TaxForm


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def tax_reduction(request: HttpRequest) -> HttpResponse:
    """Answer what comes back of a gift; it changes nothing, so it needs no token."""
    form = TaxForm(request.POST if request.method == "POST" else _begun(request))
    reduction, rule = form.result() if form.is_valid() else (None, None)
    today = timezone.localdate()
    context = {
        "form": form,
        "reduction": reduction,
        "rule": rule,
        "person": person_rule(today) or PERSON_RULES[-1],
        "company": company_rule(today) or COMPANY_RULES[-1],
        "earlier": PERSON_RULES[:-1],
        "checked_on": CHECKED_ON,
        "years": YEARS_CARRIED,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "fundraising/tax.html", context, status=status)


def _begun(request: HttpRequest) -> dict[str, str] | None:
    """Return what the address of a giving page fills in; None for an empty form."""
    if "amount" not in request.GET:
        return None
    scheme = request.GET.get("scheme", "")
    return {
        "amount": request.GET["amount"][:16],
        "giver": Giver.PERSON,
        "scheme": scheme if scheme in TaxScheme else TaxScheme.GENERAL,
        "given_on": f"{timezone.localdate():%Y-%m-%d}",
    }
