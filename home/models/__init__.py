"""The front page, plain pages, and the site's own settings."""

from home.models.pages import HomePage, PlainPage
from home.models.settings import MenuItem, SiteSettings

__all__ = ["HomePage", "MenuItem", "PlainPage", "SiteSettings"]
