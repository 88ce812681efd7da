"""The menus of the site, in the reader's language."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.models import MenuItem
from home.models.settings import MenuPlace
from media.edition import kept
from media.readable import readable


@dataclass(frozen=True)
class MenuLink:
    """One entry: where it leads and what it says."""

    label: str
    url: str
    url_path: str


def menu(site: Site, place: MenuPlace) -> list[MenuLink]:
    """Return the entries of a menu that anybody may read, in the team's order.

    Kept for the edition, 15 s at most.
    """
    language = get_language() or settings.LANGUAGE_CODE
    name = f"menu:{site.pk}:{language}:{place}"
    return kept(name, lambda: _read(site, language, place))


def _read(site: Site, language: str, place: MenuPlace) -> list[MenuLink]:
    items = list(MenuItem.objects.filter(settings__site=site, place=place).select_related("page"))
    keys = [item.page.translation_key for item in items]
    pages = readable(Page.objects.filter(translation_key__in=keys, locale__language_code=language))
    by_key = {page.translation_key: page for page in pages}
    links = []
    for item in items:
        page = by_key.get(item.page.translation_key)
        if page is not None:
            is_same = page.pk == item.page_id
            label = item.label if item.label and is_same else page.title
            links.append(MenuLink(label, page.get_url(), page.url_path))
    return links
