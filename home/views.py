"""Search, and the two files that machines ask for."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail.views import serve as wagtail_serve

from home.domain.find_route import find_route
from home.domain.list_addresses import (
    BESIDE_THE_TREE,
    sitemap_beside,
    sitemap_index,
    sitemap_part,
)
from home.domain.search_site import load_results, search_site

RESULTS_PER_PAGE = 12
LONGEST_QUERY = 100


def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a page of the tree, found at once instead of level by level."""
    route = find_route(request, path)
    if route is not None:
        # Where Wagtail keeps it for this request.
        request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    return wagtail_serve(request, path)


def search(request: HttpRequest) -> HttpResponse:
    """Show what answers `?q=`: pages, projects, collections."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    found = search_site(query, Locale.get_active())
    results = Paginator(found, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"query": query, "results": results, "told": load_results(list(results.object_list))}
    return render(request, "home/search.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what is not for them, and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Disallow: {reverse('search')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the list of sitemaps, or with `?part=N` one of them."""
    site = Site.find_for_request(request)
    part = request.GET.get("part", "")
    if part.isascii() and part.isdigit() and len(part) < 8:
        lines = sitemap_part(site, int(part))
    elif part == BESIDE_THE_TREE:
        lines = sitemap_beside(site)
    else:
        lines = sitemap_index(site, request.build_absolute_uri(reverse("sitemap")))
    return StreamingHttpResponse(lines, content_type="application/xml; charset=utf-8")
