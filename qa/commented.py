"""Which pages can be commented on. Fill it in AppConfig.ready of the rooms that own them."""

from datetime import datetime, timedelta

from wagtail.models import Page

from campaigns.enums import TakesComments
from media.edition import kept
from qa.models import CommentSettings

_models: list[type[Page]] = []


def register_commented(model: type[Page]) -> None:
    """Let pages of `model` take comments."""
    if model not in _models:
        _models.append(model)


def commented_page(pk: int) -> Page | None:
    """Return the published, public page with this number, if it is of a kind with comments."""
    page = Page.objects.live().public().filter(pk=pk).select_related("content_type").first()
    if page is None or page.specific_class not in _models:
        return None
    found: Page = page.specific
    return found


def wishes() -> CommentSettings:
    """Return what the team decided about comments, 15 seconds ago at most."""
    return kept("comment_settings", _wishes)


def _wishes() -> CommentSettings:
    # Not `load`, which would write a row because somebody reads a page.
    return CommentSettings.objects.first() or CommentSettings()


def takes_comments(page: Page, now: datetime) -> bool:
    """Say whether `page` (a specific one) takes comments at `now`.

    The page's own wish goes before the rule of days.
    """
    decided, of_page = wishes(), getattr(page, "takes_comments", TakesComments.CLOSED)
    if not decided.takes_comments or not page.live or of_page == TakesComments.CLOSED:
        return False
    if of_page == TakesComments.OPEN:
        return True
    days, since = decided.closes_after_days, page.first_published_at
    return days is None or since is None or now - since <= timedelta(days=days)
