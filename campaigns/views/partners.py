"""Public pages of organisations and causes."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from campaigns.domain.list_partners import list_partners
from campaigns.domain.show_cause import campaigns_for
from campaigns.domain.show_partner import partner_of, public_partners
from campaigns.models import Cause

PARTNERS_PER_PAGE = 24


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """Show all organisations that the public knows, by name."""
    page_of = Paginator(public_partners(), PARTNERS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"partners": list_partners(page_of), "page_of": page_of}
    return render(request, "campaigns/partners.html", context)


@require_safe
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation: what it did, promised and says."""
    found = partner_of(slug, Locale.get_active().pk)
    if found is None:
        raise Http404
    return render(request, "campaigns/partner.html", {"partner": found})


@require_safe
def causes(request: HttpRequest) -> HttpResponse:
    """Show all causes."""
    found = Cause.objects.filter(locale=Locale.get_active())
    return render(request, "campaigns/causes.html", {"causes": found})


@require_safe
def cause(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a cause and its campaigns."""
    found = get_object_or_404(Cause, slug=slug, locale=Locale.get_active())
    context = {"cause": found, "campaigns": campaigns_for(found)}
    return render(request, "campaigns/cause.html", context)
