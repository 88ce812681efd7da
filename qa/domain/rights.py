"""Who of the team may take which decision about public texts."""

from qa.enums import Action
from qa.refusals import MayNotDecide
from users.domain.holders import holders_of
from users.models import User

SORT = "qa.sort_text"
MODERATE = "qa.moderate_text"
PRESENT = "qa.present_question"
LEAD = "qa.lead_moderation"
REMOVE = "qa.remove_text"

_RIGHT_FOR = {
    Action.LABEL: SORT,
    Action.STAR: SORT,
    Action.UNSTAR: SORT,
    Action.ASSIGN: SORT,
    Action.READY: PRESENT,
    Action.AIR: PRESENT,
    Action.BACK: PRESENT,
    Action.ANSWER: PRESENT,
    Action.EXCLUDE: LEAD,
    Action.INCLUDE: LEAD,
    Action.REMOVE: REMOVE,
    Action.RESTORE: REMOVE,
    Action.FREEZE: REMOVE,
    Action.THAW: REMOVE,
}


def right_for(action: Action) -> str:
    """Return the name of the permission that `action` needs."""
    return _RIGHT_FOR.get(action, MODERATE)


def may(user: User, action: Action) -> bool:
    """Say whether `user` may do `action` to a text."""
    return user.has_perm(right_for(action))


def ensure_may(user: User, action: Action) -> None:
    """Raise MayNotDecide unless `user` may do `action` to a text."""
    if not may(user, action):
        raise MayNotDecide


def has_colleague(user: User, *rights: str) -> bool:
    """Say whether anybody but `user` holds one of `rights`, and so could decide instead."""
    return holders_of(*rights).exclude(pk=user.pk).exists()
