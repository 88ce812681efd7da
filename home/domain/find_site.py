"""The site that a request is for, without asking the database each time."""

from django.http import HttpRequest
from wagtail.models import Site

from media.edition import kept


def find_site(request: HttpRequest) -> Site | None:
    """Return the site of `request`, and leave it where Wagtail looks for it during this request.

    Kept for the edition, 15 s at most.
    """
    site = kept(f"site:{request.get_host()}", lambda: Site.find_for_request(request))
    request._wagtail_site = site  # type: ignore[attr-defined]
    return site
