"""Which pages anybody may read.

This stands in the lowest room that knows pages, because whether a film is public hangs on it.
"""

from typing import TypeVar

from wagtail.models import Page, PageQuerySet, PageViewRestriction

from media.edition import kept

Pages = TypeVar("Pages", bound=PageQuerySet)


def readable(pages: Pages) -> Pages:
    """Keep the published pages that no password, log-in or group guards.

    Wagtail's own `public()` asks the database for the guards each time and forgets aliases: it
    lists the alias of a guarded page, though nobody may open it. Here the guards are kept for the
    edition, 15 s at most: a page guarded from another process is listed that long.
    """
    found = pages.live()
    for path in _guarded_paths():
        found = found.exclude(path__startswith=path)
    return found


def is_readable(page: Page) -> bool:
    """Say of one page what `readable` says of many."""
    return page.live and not any(page.path.startswith(path) for path in _guarded_paths())


def _guarded_paths() -> list[str]:
    """Return where in the tree the guarded pages and their aliases stand."""
    return kept("guarded-paths", _read_guarded_paths)


def _read_guarded_paths() -> list[str]:
    guarded = dict(PageViewRestriction.objects.values_list("page_id", "page__path"))
    found: dict[int, str] = {}
    while guarded:
        found |= guarded
        aliases = Page.objects.filter(alias_of__in=guarded).exclude(pk__in=found)
        guarded = dict(aliases.values_list("pk", "path"))
    return sorted(found.values())
