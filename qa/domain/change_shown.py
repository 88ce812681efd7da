"""Change a text that may be shown: what everybody reads is read by the team first.

What its author wants is a dict by the names of fields. It is put on the text at once, or waits in
`proposed` until somebody of the team agrees, and what was approved stays.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from media.gateways.people_pictures import forget_picture
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.domain.rights import ensure_may
from qa.enums import Action
from qa.models.proposable import Proposable
from qa.refusals import NothingProposed, ReasonMissing
from users.models import User

LONGEST_NOTE = 300
Shown = TypeVar("Shown", bound=Proposable)


def set_wanted(text: Proposable, wanted: dict[str, Any]) -> None:
    """Put what is `wanted` on `text`, which the caller saves; nothing is proposed any more."""
    old = text.picture
    for name, value in wanted.items():
        setattr(text, name, value)
    text.fold = fold(text.words)
    text.proposed, text.proposed_at = {}, None
    if text.picture != old:
        transaction.on_commit(partial(forget_picture, old))


def propose(text: Proposable, wanted: dict[str, Any]) -> None:
    """Keep what differs from what is shown; what was proposed before is replaced."""
    new = {name: value for name, value in wanted.items() if value != getattr(text, name)}
    old = text.proposed.get("picture", "")
    if old and "picture" not in wanted:
        new["picture"] = old
    elif old:
        transaction.on_commit(partial(forget_picture, old))
    if new != text.proposed:
        text.proposed, text.proposed_at = new, timezone.now() if new else None


def approve_change(text: Shown, user: User, seen: int, tell: Callable[[Shown], object]) -> Shown:
    """Show what was proposed, `tell` its author, and return the text.

    Raises MayNotDecide, StaleCommand, TextFrozen or NothingProposed.
    """
    with _deciding(text, user, seen, "") as found:
        set_wanted(found, found.proposed)
        tell(found)
    return found


def decline_change(
    text: Shown, user: User, seen: int, note: str, tell: Callable[[Shown], object]
) -> Shown:
    """Leave the text as it is, `tell` its author, who reads why in its note, and return it.

    Raises MayNotDecide, StaleCommand, TextFrozen, NothingProposed or ReasonMissing.
    """
    note = note.strip()[:LONGEST_NOTE]
    if not note:
        raise ReasonMissing
    with _deciding(text, user, seen, note) as found:
        transaction.on_commit(partial(forget_picture, found.proposed.get("picture", "")))
        found.proposed, found.proposed_at, found.note = {}, None, note
        tell(found)
    return found


@contextmanager
def _deciding(text: Shown, user: User, seen: int, note: str) -> Iterator[Shown]:
    ensure_may(user, Action.APPROVE)
    with transaction.atomic():
        found = locked(text, seen)
        ensure_not_frozen(found)
        if not found.proposed:
            raise NothingProposed
        before = found.told()
        yield found
        written(found, Action.EDIT, before, user=user, note=note)
