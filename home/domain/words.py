"""The team's words for the whole site: tagline, about us, where one gives."""

from django.core.cache import cache
from wagtail.models import Site

from home.models import SiteSettings
from media.edition import edition

KEPT_S = 60


def words(site: Site) -> SiteSettings:
    """Return the words of `site`, empty ones when the team wrote none.

    Kept for the edition, a minute at most.
    """
    key = f"words:{edition()}:{site.pk}"
    found = cache.get(key)
    if found is None:
        found = SiteSettings.objects.filter(site=site).first() or SiteSettings(site=site)
        cache.set(key, found, KEPT_S)
    return found
