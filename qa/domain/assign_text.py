"""Give a text to somebody of the team, who then answers for it."""

from django.db.models import QuerySet

from qa.domain.decide import T, decide
from qa.domain.rights import MODERATE, PRESENT, REMOVE, SORT
from qa.enums import Action
from qa.refusals import NobodyToAssign
from users.domain.holders import holders_of
from users.models import User

DESK_RIGHTS = (SORT, MODERATE, PRESENT, REMOVE)


def colleagues() -> QuerySet[User]:
    """Return everybody who has work on the desk, by name."""
    return holders_of(*DESK_RIGHTS).order_by("first_name", "last_name", "username")


def assign_text(text: T, to: int | None, user: User, seen: int | None = None) -> T:
    """Give `text` to the colleague with the key `to`, or to nobody; return it.

    Raises NobodyToAssign or a DecisionRefused.
    """
    if to is not None and not colleagues().filter(pk=to).exists():
        raise NobodyToAssign
    return decide(text, Action.ASSIGN, user=user, seen=seen, assigned_to_id=to)
