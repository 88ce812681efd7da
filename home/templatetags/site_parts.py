"""What the frame of every page asks of the database."""

from typing import Any

from django import template
from django.http import HttpRequest
from wagtail.models import Page, Site

from home.domain.menu import MenuLink, menu
from home.domain.words import words
from home.models import SiteSettings
from home.models.settings import MenuPlace
from media.edition import kept
from media.readable import readable

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_links(context: dict[str, Any], place: str) -> list[MenuLink]:
    """Return the entries of the menu `place` ("masthead" or "footer")."""
    site = Site.find_for_request(context.get("request"))
    return menu(site, MenuPlace(place)) if site else []


@register.simple_tag(takes_context=True)
def site_settings(context: dict[str, Any]) -> SiteSettings | None:
    """Return the team's words for this site."""
    site = Site.find_for_request(context.get("request"))
    return words(site) if site else None


@register.simple_tag(takes_context=True)
def other_languages(context: dict[str, Any], page: Page | None) -> list[tuple[str, str]]:
    """Return (language code, address) for the published translations of `page`."""
    if not isinstance(page, Page) or not page.pk:
        return []
    request = context.get("request")
    host = request.get_host() if request else ""
    return kept(f"languages:{page.pk}:{host}", lambda: _other_languages(page, request))


def _other_languages(page: Page, request: HttpRequest | None) -> list[tuple[str, str]]:
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    found = readable(others).select_related("locale").only("url_path", "locale__language_code")
    return [(other.locale.language_code, other.get_url(request)) for other in found]
