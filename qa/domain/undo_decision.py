"""Undo the last decision about a text: a slip of the finger should cost nothing."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from qa.domain.decide import T, locked, written
from qa.domain.rights import LEAD
from qa.enums import Action
from qa.models import Decision
from qa.refusals import NothingToUndo
from users.models import User

UNDO_WITHIN = timedelta(seconds=10)
# What reaches further than the text itself is taken back by its own action.
_FAR = frozenset(
    {
        Action.ANSWER,
        Action.MERGE,
        Action.UNMERGE,
        Action.REMOVE,
        Action.FREEZE,
        Action.THAW,
        Action.UNDO,
        Action.EXCLUDE,
        Action.INCLUDE,
    }
)


def undo_decision(text: T, user: User, seen: int | None = None) -> T:
    """Put `text` back to what it was before the last decision and return it.

    One's own decision within ten seconds; a lead moderator anybody's, at any time. The undoing is
    a decision too. Raises NothingToUndo or StaleCommand.
    """
    with transaction.atomic():
        text = locked(text, seen)
        decisions = Decision.objects.filter(kind=text.kind, subject_id=text.pk)
        last = decisions.order_by("version").last()
        if last is None or not _may_undo(last, user):
            raise NothingToUndo
        now_told = text.told()
        for name, value in last.before.items():
            setattr(text, "assigned_to_id" if name == "assigned_to" else name, value)
        return written(text, Action.UNDO, now_told, user=user)


def _may_undo(decision: Decision, user: User) -> bool:
    if decision.action in _FAR or decision.decided_by_id is None:
        return False
    is_fresh = timezone.now() - decision.decided_at <= UNDO_WITHIN
    return user.has_perm(LEAD) or (decision.decided_by_id == user.pk and is_fresh)
