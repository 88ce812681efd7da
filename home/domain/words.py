"""The team's words for the whole site: tagline, about us, where one gives."""

from wagtail.models import Site

from home.models import SiteSettings
from media.edition import kept


def words(site: Site) -> SiteSettings:
    """Return the words of `site`, empty ones when the team wrote none.

    Kept for the edition, 15 s at most.
    """
    return kept(f"words:{site.pk}", lambda: _read(site))


def _read(site: Site) -> SiteSettings:
    return SiteSettings.objects.filter(site=site).first() or SiteSettings(site=site)
