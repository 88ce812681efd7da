"""Comments under a page."""

from dataclasses import dataclass

from django import template
from django.utils import timezone
from wagtail.models import Page

from qa.commented import takes_comments
from qa.domain.show_comments import Shown, comments_in, first_threads

register = template.Library()


@dataclass(frozen=True, slots=True)
class Talk:
    """What stands under a page: its first threads, whether there are more, whether one may add."""

    comments: list[Shown]
    has_more: bool
    is_open: bool


@register.simple_tag
def talk_about(page: Page) -> Talk | None:
    """Return the first threads of `page`; None for one that is not published."""
    if not page.pk or not page.live:
        return None
    threads, has_more = first_threads(page)
    return Talk(
        comments=comments_in(page, threads) if threads else [],
        has_more=has_more,
        is_open=takes_comments(page, timezone.now()),
    )
