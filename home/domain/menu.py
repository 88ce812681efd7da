"""The menus of the site, in the reader's language."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.models import MenuItem
from home.models.settings import MenuPlace
from live.models import LiveIndexPage
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

    The list of live programmes, once there is one, stands in the masthead without being asked for.
    Kept for the edition, 15 s at most.
    """
    language = get_language() or settings.LANGUAGE_CODE
    name = f"menu:{site.pk}:{language}:{place}"
    return kept(name, lambda: _read(site, language, place))


def _read(site: Site, language: str, place: MenuPlace) -> list[MenuLink]:
    items = list(MenuItem.objects.filter(settings__site=site, place=place).select_related("page"))
    wanted = Q(translation_key__in=[item.page.translation_key for item in items])
    if place == MenuPlace.MASTHEAD:
        wanted |= Q(content_type=ContentType.objects.get_for_model(LiveIndexPage))
    pages = list(readable(Page.objects.filter(wanted, locale__language_code=language)))
    by_key = {page.translation_key: page for page in pages}
    links = []
    for item in items:
        page = by_key.get(item.page.translation_key)
        if page is not None:
            is_same = page.pk == item.page_id
            label = item.label if item.label and is_same else page.title
            links.append(_link(page, label))
    chosen = {item.page.translation_key for item in items}
    # What nobody chose: the list of live programmes.
    unasked = [page for page in pages if page.translation_key not in chosen]
    return [*links, *(_link(page, page.title) for page in unasked)]


def _link(page: Page, label: str) -> MenuLink:
    return MenuLink(label, page.get_url(), page.url_path)
