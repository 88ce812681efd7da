"""Find the page behind an address at once.

Wagtail walks down from the front page, two queries for each level. But every page knows its whole
address, so one query finds it together with its parent, and a second one loads all it shows.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from home.domain.find_site import find_site


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the published page at `path` ("campagnes/deux-kilos/") below the site's front page.

    None means that Wagtail should look itself: nobody is there, or a page has a way of its own.
    """
    front = _front_path(request)
    if front is None:
        return None
    address = f"{front}{path}"
    parent_address = f"{address.rstrip('/').rpartition('/')[0]}/"
    slugs = [part.rstrip("/").rpartition("/")[2] for part in (address, parent_address)]
    # Slugs have an index, whole addresses have none.
    rows = Page.objects.filter(slug__in=slugs, url_path__in=(address, parent_address))
    found = {row.url_path: row for row in rows.only(*_ROW)}
    row = found.get(address)
    return _as_route(row, found.get(parent_address)) if row and row.live else None


_ROW = ("path", "depth", "slug", "url_path", "title", "live", "locale_id", "content_type_id")


def _front_path(request: HttpRequest) -> str | None:
    """Return the tree address of the front page in the reader's language, from Wagtail's cache."""
    site = find_site(request)
    language = get_language()
    for root in Site.get_site_root_paths():
        if site and root.site_id == site.pk and root.language_code == language:
            return str(root.root_path)
    return None


def _as_route(row: Page, parent: Page | None) -> RouteResult | None:
    model: Any = ContentType.objects.get_for_id(row.content_type_id).model_class()
    if model is None or model.route is not Page.route:
        return None
    pages = model._default_manager
    reading = pages.for_reading() if hasattr(pages, "for_reading") else pages.all()
    page = reading.get(pk=row.pk)
    if parent is not None:
        page._cached_parent_obj = parent  # where Wagtail keeps it
    return RouteResult(page)
