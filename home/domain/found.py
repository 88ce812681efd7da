"""The kinds of things that search finds: which of them anybody may read, and what results say.

Search itself (`search_site`) knows only rows of the index: what a row stands for, and its number.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, get_page_models

from fundraising.models import Fundraiser
from media.readable import readable
from projects.domain.standing import READ_ALONG, standing_of
from projects.models import Project


@dataclass(frozen=True)
class Result:
    """What a list of results says of one."""

    title: str
    url: str
    summary: str
    what: str


@dataclass(frozen=True)
class Kind:
    """One kind of results.

    `models` are those whose rows of the index are of this kind. `public` returns which of some
    numbers anybody may read in a language; `tell` what results say of them, by number.
    """

    models: Callable[[], Iterable[type[Model]]]
    public: Callable[[Iterable[int], Locale], set[int]]
    tell: Callable[[Iterable[int]], dict[int, Result]]


def _public_pages(numbers: Iterable[int], locale: Locale) -> set[int]:
    # The first two levels are the root of all trees and the front page.
    pages = Page.objects.filter(pk__in=numbers, locale=locale, depth__gt=2)
    return set(readable(pages).order_by().values_list("pk", flat=True))


def _tell_pages(numbers: Iterable[int]) -> dict[int, Result]:
    pages = Page.objects.specific().in_bulk(numbers)
    return {number: _tell_page(page) for number, page in pages.items()}


def _tell_page(page: Page) -> Result:
    said = (getattr(page, name, "") for name in ("pitch", "intro", "search_description"))
    summary = next((str(words) for words in said if words), "")
    what = str(page.page_type_display_name)
    return Result(page.title, page.get_url() or "", summary, what[:1].upper() + what[1:])


def _public_projects(numbers: Iterable[int], locale: Locale) -> set[int]:
    found = Project.objects.public().filter(pk__in=numbers, language=locale.language_code)
    return set(found.order_by().values_list("pk", flat=True))


def _tell_projects(numbers: Iterable[int]) -> dict[int, Result]:
    found = Project.objects.public().select_related(*READ_ALONG).in_bulk(numbers)
    return {
        number: Result(
            project.title,
            project.get_absolute_url(),
            project.need,
            _("Project · %(standing)s · %(town)s")
            % {"standing": standing_of(project).label, "town": project.town},
        )
        for number, project in found.items()
    }


def _public_collections(numbers: Iterable[int], locale: Locale) -> set[int]:
    found = Fundraiser.objects.public().filter(pk__in=numbers, language=locale.language_code)
    return set(found.order_by().values_list("pk", flat=True))


def _tell_collections(numbers: Iterable[int]) -> dict[int, Result]:
    found = Fundraiser.objects.public().in_bulk(numbers)
    return {
        number: Result(
            page.title,
            page.get_absolute_url(),
            page.reason,
            (_("Collection of %(name)s, over") if page.is_over else _("Collection of %(name)s"))
            % {"name": page.name},
        )
        for number, page in found.items()
    }


KINDS = (
    Kind(get_page_models, _public_pages, _tell_pages),
    Kind(lambda: (Project,), _public_projects, _tell_projects),
    Kind(lambda: (Fundraiser,), _public_collections, _tell_collections),
)
