"""The sitemap (sitemaps.org protocol 0.9), streamed.

The list is cut by ranges of page numbers, so that part N costs the same whatever came before,
and a part never exceeds the protocol's 50,000 addresses.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page, Site

from campaigns.domain.show_partner import public_partners
from campaigns.models import Cause
from fundraising.domain.list_pages import open_pages
from media.readable import readable
from projects.domain.list_projects import shown_projects

PAGES_PER_PART = 50_000
BESIDE_THE_TREE = "more"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_index(site: Site, address: str) -> Iterator[str]:
    """Yield the sitemap index. `address` is where the sitemap answers."""
    last = Page.objects.aggregate(last=Max("pk"))["last"] or 0
    yield f"{_XML}<sitemapindex {_NAMESPACE}>\n"
    for part in range(last // PAGES_PER_PART + 1):
        yield f"<sitemap><loc>{escape(address)}?part={part}</loc></sitemap>\n"
    yield f"<sitemap><loc>{escape(address)}?part={BESIDE_THE_TREE}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def sitemap_part(site: Site, part: int) -> Iterator[str]:
    """Yield the addresses of the published, unrestricted pages of `site` in one range."""
    roots = [(path, url + _prefix(code)) for _, path, url, code in _roots_of(site)]
    first = part * PAGES_PER_PART
    pages = (
        readable(Page.objects.filter(pk__gte=first, pk__lt=first + PAGES_PER_PART))
        .order_by("pk")
        .values_list("url_path", "last_published_at")
    )
    yield f"{_XML}<urlset {_NAMESPACE}>\n"
    for url_path, published_at in pages.iterator(2_000):
        for root_path, root_url in roots:
            if url_path.startswith(root_path):
                changed = f"<lastmod>{published_at:%Y-%m-%d}</lastmod>" if published_at else ""
                address = escape(f"{root_url}/{url_path[len(root_path) :]}")
                yield f"<url><loc>{address}</loc>{changed}</url>\n"
                break
    yield "</urlset>\n"


def sitemap_beside(site: Site) -> Iterator[str]:
    """Yield the addresses of causes, organisations, supporters and projects: no tree pages."""
    partners = list(public_partners().values_list("slug", flat=True))
    causes = list(Cause.objects.values_list("locale__language_code", "slug").order_by("pk"))
    collecting = open_pages(timezone.localdate()).order_by("pk")
    collections = list(collecting.values_list("language", "slug"))
    projects = list(shown_projects().order_by("pk").values_list("language", "slug"))
    yield f"{_XML}<urlset {_NAMESPACE}>\n"
    for _, _path, root_url, code in _roots_of(site):
        with override(code):
            paths = [reverse("causes")]
            paths += [reverse("cause", args=[slug]) for own, slug in causes if own == code]
            paths += [reverse("partners")]
            paths += [reverse("partner", args=[slug]) for slug in partners]
            paths += [reverse("fundraisers")]
            paths += [
                reverse("fundraiser", args=[slug]) for own, slug in collections if own == code
            ]
            paths += [reverse("projects")]
            paths += [reverse("project", args=[slug]) for own, slug in projects if own == code]
        for path in paths:
            yield f"<url><loc>{escape(root_url + path)}</loc></url>\n"
    yield "</urlset>\n"


def _roots_of(site: Site) -> list[tuple[int, str, str, str]]:
    return [root for root in Site.get_site_root_paths() if root[0] == site.pk]


def _prefix(language_code: str) -> str:
    return "" if language_code == settings.LANGUAGE_CODE else f"/{language_code}"
