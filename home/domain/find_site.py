"""The site that a request is for, without asking the database each time."""

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Site

from media.edition import edition

KEPT_S = 60


def find_site(request: HttpRequest) -> Site | None:
    """Return the site of `request`, and leave it where Wagtail looks for it during this request.

    Kept for the edition, a minute at most.
    """
    key = f"site:{edition()}:{request.get_host()}"
    site = cache.get(key)
    if site is None:
        site = Site.find_for_request(request)
        cache.set(key, site, KEPT_S)
    request._wagtail_site = site  # type: ignore[attr-defined]
    return site
