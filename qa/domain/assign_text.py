"""Give a text to somebody of the team, who then answers for it."""

from django.db.models import QuerySet

from qa.domain.decide import T, decide
from qa.domain.rights import MODERATE, PRESENT, REMOVE, SORT
from qa.enums import Action
from qa.refusals import NobodyToAssign
from users.models import User

DESK_RIGHTS = (SORT, MODERATE, PRESENT, REMOVE)
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def colleagues() -> QuerySet[User]:
    """Return everybody who has work on the desk, by name."""
    found = User.objects.none()
    for right in DESK_RIGHTS:
        found = found | User.objects.with_perm(right, backend=_BACKEND)
    return found.distinct().order_by("first_name", "last_name", "username")


def assign_text(text: T, to: int | None, user: User, seen: int | None = None) -> T:
    """Give `text` to the colleague with the key `to`, or to nobody; return it.

    Raises NobodyToAssign or a DecisionRefused.
    """
    if to is not None and not colleagues().filter(pk=to).exists():
        raise NobodyToAssign
    return decide(text, Action.ASSIGN, user=user, seen=seen, assigned_to_id=to)
