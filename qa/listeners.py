"""What happens to texts when the page they stand on goes, and to the package's own habits."""

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django_comments_xtd.models import publish_or_unpublish_on_pre_save

from qa.domain.forget_text import forget_notes
from qa.models import Comment


def listen() -> None:
    """Forget the words of a comment that is deleted with its page.

    The package hides all replies of a comment whenever it is saved unshown; here each text has a
    state of its own, so that habit is switched off.
    """
    pre_delete.connect(_forget, sender=Comment)
    pre_save.disconnect(publish_or_unpublish_on_pre_save, sender=Comment)


def _forget(instance: Comment, **_values: Any) -> None:
    forget_notes(instance)
