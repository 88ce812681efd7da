"""The team's words for the whole site: tagline, about us, where one gives."""

from django.core.cache import cache
from wagtail.models import Site

from home.models import SiteSettings
from media.edition import edition

KEPT_S = 60


def words(site: Site) -> SiteSettings:
    """Return the words of `site`. Kept for the edition, a minute at most."""
    key = f"words:{edition()}:{site.pk}"
    return cache.get_or_set(key, lambda: SiteSettings.for_site(site), KEPT_S)
