"""Decide about a question or comment. Nothing else changes what the public sees of it."""

from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from qa import decided, kept_copies
from qa.domain.fold import fold
from qa.domain.rights import ensure_may
from qa.domain.second_look import ensure_second_look
from qa.domain.transitions import BY_AUTHOR, BY_TEAM
from qa.enums import Action, RefusalReason
from qa.models import Decision, Moderated
from qa.refusals import (
    DoesNotFollow,
    ReasonMissing,
    StaleCommand,
    TextFrozen,
    WordsMissing,
)
from users.models import User

T = TypeVar("T", bound=Moderated)


def decide(
    text: T,
    action: Action,
    *,
    user: User | None,
    seen: int | None = None,
    reason: str = "",
    note: str = "",
    **changes: Any,
) -> T:
    """Do `action` to `text` and return it as it is now, with its Decision written.

    No `user`: its author does it. `seen` is the version on which the person decided; somebody who
    decides on an older one is told who was faster. `changes` are fields of the text that this
    action sets (words, label, assigned_to, merged_into, …). What a listener of `qa.decided` writes
    commits with it. A text that is removed is also taken out of every copy that is kept
    (`qa.kept_copies`), and its Decision says out of which.

    Raises MayNotDecide, StaleCommand, DoesNotFollow, ReasonMissing, WordsMissing, TextFrozen or
    SamePersonTwice.
    """
    if user is not None:
        ensure_may(user, action)
    transitions = BY_AUTHOR if user is None else BY_TEAM
    note, reason = note.strip(), _checked_reason(action, reason, note)
    with transaction.atomic():
        text = locked(text, seen)
        transition = transitions.get(action)
        is_of_kind = action in text.deeds
        if transition is None or not is_of_kind or text.state not in transition.comes_from:
            raise DoesNotFollow(state=text.get_state_display())
        if action == Action.EDIT:
            ensure_not_frozen(text)
        if action == Action.REJECT and user is not None:
            ensure_second_look(text, user)
        before = text.told()
        for name, value in {**_stars(action), **changes}.items():
            setattr(text, name, value)
        if transition.leads_to is not None:
            text.state = transition.leads_to
            text.refused_for, text.note = reason, note
        _follow_the_words(text, before["words"])
        also = {"cleared": kept_copies.clear()} if action == Action.REMOVE else None
        return written(text, action, before, user=user, reason=reason, note=note, also=also)


def ensure_not_frozen(text: Moderated) -> None:
    """Raise TextFrozen for a text that the law wants kept as it is."""
    if text.frozen_for:
        raise TextFrozen(why=text.frozen_for)


def locked(text: T, seen: int | None = None) -> T:
    """Return `text` as it is now, its row locked until the end of the transaction.

    Raises StaleCommand if it is no longer the version `seen`.
    """
    fresh = type(text)._base_manager.select_for_update().get(pk=text.pk)
    if seen is not None and fresh.version != seen:
        last = (
            Decision.objects.filter(kind=text.kind, subject_id=text.pk)
            .select_related("decided_by")
            .last()
        )
        raise StaleCommand(
            winner=(last and last.decided_by) or _("The author"),
            action=last.get_action_display() if last else "",
        )
    return fresh


def written(
    text: T,
    action: Action,
    before: dict[str, Any],
    *,
    user: User | None,
    reason: str = "",
    note: str = "",
    also: dict[str, Any] | None = None,
) -> T:
    """Save `text`, locked and changed, with the Decision that says so. Tell the listeners.

    `before` is what `text.told()` was; `also` is kept beside what it is now. Call it in the
    transaction of the lock.
    """
    text.version += 1
    text.decided_at = timezone.now()
    text.save()
    decision = Decision.objects.create(
        kind=text.kind,
        subject_id=text.pk,
        version=text.version,
        action=action,
        reason=reason,
        note=note,
        before=before,
        after=text.told() | (also or {}),
        decided_by=user,
        decided_at=text.decided_at,
    )
    decided.say(decision, text)
    return text


def _checked_reason(action: Action, reason: str, note: str) -> str:
    """Return `reason` if this action needs one. A reason of one's own needs a note."""
    if action not in {Action.REJECT, Action.REMOVE}:
        return ""
    if reason not in RefusalReason or (reason == RefusalReason.OTHER and not note):
        raise ReasonMissing
    return reason


def _stars(action: Action) -> dict[str, Any]:
    if action in {Action.STAR, Action.UNSTAR}:
        return {"is_starred": action == Action.STAR}
    return {}


def _follow_the_words(text: Moderated, words_before: str) -> None:
    """Keep what was sent, the first time that it is edited, and fold the new words."""
    if not text.words.strip():
        raise WordsMissing
    if text.words == words_before:
        return
    text.first_words = text.first_words or words_before
    text.fold = fold(text.words)
