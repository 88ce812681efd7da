"""What the frame of every page asks of the database."""

from typing import Any

from django import template
from wagtail.models import Locale, Page, Site

from home.domain.menu import MenuLink, menu
from home.models import SiteSettings
from home.models.settings import MenuPlace

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_links(context: dict[str, Any], place: str) -> list[MenuLink]:
    """Return the entries of the menu `place` ("masthead" or "footer")."""
    site = Site.find_for_request(context.get("request"))
    return menu(site, Locale.get_active(), MenuPlace(place)) if site else []


@register.simple_tag(takes_context=True)
def site_settings(context: dict[str, Any]) -> SiteSettings | None:
    """Return the team's words for this site."""
    request = context.get("request")
    return SiteSettings.for_request(request) if request and Site.find_for_request(request) else None


@register.simple_tag
def other_languages(page: Page | None) -> list[tuple[str, str]]:
    """Return (language code, address) for the published translations of `page`."""
    if not isinstance(page, Page) or not page.pk:
        return []
    translations = page.get_translations().live().public().select_related("locale")
    return [(other.locale.language_code, other.get_url()) for other in translations]
