"""A partner that reports sales in the CMS: its keys, each shown once, and what it reported."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required

from audience.domain.partner_keys import make_partner_key, may_name_partners, revoke_partner_key
from audience.enums import ActKind
from audience.errors import OffsiteRefused
from audience.listeners import is_taken
from audience.models import Partner, PartnerKey

may_view = permission_required("audience.view_partner")


@may_view
@never_cache
def show_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a partner with its keys."""
    return _show(request, get_object_or_404(Partner, pk=pk))


@may_view
@never_cache
@require_POST
def give_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a key and show its secret, this once."""
    partner = get_object_or_404(Partner, pk=pk)
    try:
        key, secret = make_partner_key(request.user, partner)  # type: ignore[arg-type]
    except OffsiteRefused as refusal:
        return _show(request, partner, refusal=refusal)
    return _show(request, partner, key=key, secret=secret)


@may_view
@require_POST
def revoke_key(request: HttpRequest, pk: int, key_pk: int) -> HttpResponse:
    """Take no further call signed with a key."""
    key = get_object_or_404(PartnerKey, pk=key_pk, partner=pk)
    try:
        revoke_partner_key(request.user, key)  # type: ignore[arg-type]
    except OffsiteRefused as refusal:
        return _show(request, key.partner, refusal=refusal)
    messages.success(request, str(_("The key is revoked: its next call is refused.")))
    return redirect("partners:show", pk)


def _show(
    request: HttpRequest,
    partner: Partner,
    *,
    refusal: OffsiteRefused | None = None,
    key: PartnerKey | None = None,
    secret: str = "",
) -> HttpResponse:
    context = {
        "partner": partner,
        "keys": partner.keys.all(),
        "sales": partner.sales.count(),
        "is_taken": is_taken(partner.meter, ActKind.OFFSITE),
        "new_key": key,
        "secret": secret,
        "may_give": may_name_partners(request.user),  # type: ignore[arg-type]
        "refusal": refusal,
        "address": request.build_absolute_uri(f"/sales/{partner.meter.key}"),
        "breadcrumbs_items": [
            {"url": reverse("partners:index"), "label": _("Partners")},
            {"url": "", "label": str(partner)},
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "audience/admin/partner.html", context, status=status)
