"""Keep a text as evidence: until it is released nobody changes or erases it, its author neither.

It can still be taken off the site. Its author reads why it is kept.
"""

from qa.domain.decide import T, decide
from qa.enums import Action
from qa.refusals import ReasonMissing
from users.models import User


def freeze_text(text: T, user: User, why: str, seen: int | None = None) -> T:
    """Freeze `text` because of `why`, which its author reads. Raises a DecisionRefused."""
    return decide(text, Action.FREEZE, user=user, seen=seen, note=_said(why), frozen_for=_said(why))


def thaw_text(text: T, user: User, why: str, seen: int | None = None) -> T:
    """Release `text`; `why` stands in the decision. Raises a DecisionRefused."""
    return decide(text, Action.THAW, user=user, seen=seen, note=_said(why), frozen_for="")


def _said(why: str) -> str:
    why = why.strip().rstrip(".")[:300]
    if not why:
        raise ReasonMissing
    return why
