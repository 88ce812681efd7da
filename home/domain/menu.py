"""The menus of the site, in the reader's language."""

from dataclasses import dataclass

from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from home.models import MenuItem
from home.models.settings import MenuPlace

KEPT_S = 60


@dataclass(frozen=True)
class MenuLink:
    """One entry: where it leads and what it says."""

    label: str
    url: str
    url_path: str


def menu(site: Site, locale: Locale, place: MenuPlace) -> list[MenuLink]:
    """Return the public entries of a menu, in the team's order. Kept for a minute."""
    key = _key(site, locale, place)
    links = cache.get(key)
    if links is None:
        links = _read(site, locale, place)
        cache.set(key, links, KEPT_S)
    return links


def forget_menus(site: Site) -> None:
    """Show a change of the menus at once in this process."""
    cache.delete_many(
        [_key(site, locale, place) for locale in Locale.objects.all() for place in MenuPlace]
    )


def _key(site: Site, locale: Locale, place: str) -> str:
    return f"menu:{site.pk}:{locale.language_code}:{place}"


def _read(site: Site, locale: Locale, place: MenuPlace) -> list[MenuLink]:
    items = list(MenuItem.objects.filter(settings__site=site, place=place).select_related("page"))
    keys = [item.page.translation_key for item in items]
    pages = Page.objects.live().public().filter(translation_key__in=keys, locale=locale)
    by_key = {page.translation_key: page for page in pages.defer_streamfields()}
    links = []
    for item in items:
        page = by_key.get(item.page.translation_key)
        if page is not None:
            is_same = page.pk == item.page_id
            label = item.label if item.label and is_same else page.title
            links.append(MenuLink(label, page.get_url(), page.url_path))
    return links
