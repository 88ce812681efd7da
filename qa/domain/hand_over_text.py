"""Hand a text over from the inbox: what the desk assigns is the one truth, and a Decision."""

from django.db import transaction
from django.utils.translation import gettext as _

from qa.domain.assign_text import assign_text
from qa.domain.decide import locked
from qa.models import Moderated
from qa.refusals import MayNotDecide, NobodyToAssign
from users.errors import MayNotHandle, MayNotReceive, NothingWaits, TakenMeanwhile
from users.models import User


def hand_over_text(
    model: type[Moderated], key: str, user: User, owner: User | None, seen: int | None
) -> None:
    """Make `owner` (None: nobody) take care of the text of `model` with this key.

    `seen` is who took care of it on the page of `user`; whatever else changed about the text
    meanwhile is no matter. Doing the same twice is one Decision. Raises MayNotHandle,
    MayNotReceive, NothingWaits or TakenMeanwhile.
    """
    to = owner.pk if owner else None
    with transaction.atomic():
        found = model._base_manager.filter(pk=key).first()
        text = locked(found) if found is not None else None
        if text is None or not text.is_waiting:
            raise NothingWaits
        if text.assigned_to_id == to:
            return
        if text.assigned_to_id != seen:
            raise TakenMeanwhile(winner=text.assigned_to or _("Somebody"))
        try:
            assign_text(text, to, user, text.version)
        except MayNotDecide as refusal:
            raise MayNotHandle from refusal
        except NobodyToAssign as refusal:
            raise MayNotReceive(owner=owner) from refusal
