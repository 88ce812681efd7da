"""What people do with a comment of their own: withdraw it, erase it, take it along."""

from typing import Any

from django.db import transaction

from qa.domain.decide import decide, ensure_not_frozen, locked
from qa.domain.forget_text import forget_notes
from qa.domain.tell_answered import stop_replies
from qa.enums import Action, TextState
from qa.models import Comment


def withdraw_comment(comment: Comment) -> Comment:
    """Take a comment off the page; replies to it stay. Raises a DecisionRefused."""
    return decide(comment, Action.WITHDRAW, user=None)


def erase_comment(comment: Comment) -> None:
    """Take a comment back and forget its words and who wrote it, for good.

    Raises a DecisionRefused while the law wants it kept.
    """
    with transaction.atomic():
        comment = locked(comment)
        ensure_not_frozen(comment)
        if comment.state not in (TextState.WITHDRAWN, TextState.REMOVED):
            comment = withdraw_comment(comment)
        comment.comment = comment.user_name = comment.first_words = comment.fold = ""
        comment.note = comment.held_for = comment.user_email = comment.objection = ""
        comment.save()
        stop_replies(comment)
        forget_notes(comment)


def exported_comment(comment: Comment) -> dict[str, Any]:
    """Return all that the site holds about `comment`, for its author."""
    return {
        "page": comment.page.title,
        "comment": comment.comment,
        "first_sent_as": comment.first_words or comment.comment,
        "name": comment.user_name,
        "email": comment.user_email,
        "language": comment.language,
        "state": comment.state,
        "reason": comment.refused_for,
        "note": comment.note,
        "objection": comment.objection,
        "received_at": comment.received_at.isoformat(),
    }
