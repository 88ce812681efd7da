"""See to it that somebody else looks at a text whose author objected to its being declined."""

from qa.domain.rights import MODERATE, has_colleague
from qa.enums import Action
from qa.models import Decision, Moderated
from qa.refusals import SamePersonTwice
from users.models import User


def ensure_second_look(text: Moderated, user: User) -> None:
    """Raise SamePersonTwice if `user` declined `text` before and a colleague could decide."""
    if not text.objection:
        return
    declined = Decision.objects.filter(
        kind=text.kind, subject_id=text.pk, action=Action.REJECT, decided_by=user
    )
    if declined.exists() and has_colleague(user, MODERATE):
        raise SamePersonTwice
