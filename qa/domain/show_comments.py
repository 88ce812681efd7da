"""The comments of a page as everybody may read them, thread by thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as PageOf
from django.core.paginator import Paginator
from django.db.models import QuerySet
from wagtail.models import Page

from qa.models import Comment

THREADS_PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A place in a thread. Without a comment: one was taken away that others had answered."""

    level: int
    comment: Comment | None


def threads_of(page: Page, number: str | int | None = 1) -> PageOf:
    """Return the numbers of a page's threads that have something public, the newest first."""
    return Paginator(_threads(page), THREADS_PER_PAGE).get_page(number)


def first_threads(page: Page) -> tuple[list[int], bool]:
    """Return the numbers of the threads that stand on the page itself, and if there are more."""
    found = list(_threads(page)[: THREADS_PER_PAGE + 1])
    return found[:THREADS_PER_PAGE], len(found) > THREADS_PER_PAGE


def _threads(page: Page) -> QuerySet[Any, int]:
    public = Comment.objects.public().filter(page=page)
    return public.values_list("thread_id", flat=True).distinct().order_by("-thread_id")


def comments_in(page: Page, threads: Iterable[int]) -> list[Shown]:
    """Return what stands in `threads`: one query, however many there are."""
    found = Comment._base_manager.filter(page=page, thread_id__in=list(threads))
    ordered = list(found.select_related("spoken_for").order_by("-thread_id", "order"))
    answered = _answered(ordered)
    return [
        Shown(one.level, one if one.is_public else None)
        for one in ordered
        if one.is_public or one.pk in answered
    ]


def _answered(comments: list[Comment]) -> set[int]:
    """Return the keys of all comments above a public one."""
    parents = {one.pk: one.parent_id for one in comments}
    above: set[int] = set()
    for one in comments:
        key = one.parent_id if one.is_public else one.pk
        while one.is_public and key not in above:
            above.add(key)
            key = parents.get(key, key)
    return above
