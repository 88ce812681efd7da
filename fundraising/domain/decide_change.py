"""Agree to what the owner of a shown page wants to change, or decline it with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from fundraising.domain.change_page import set_words
from fundraising.domain.tell_owner import CHANGE_DECLINED, CHANGED, tell_owner
from fundraising.gateways.page_pictures import forget_picture
from fundraising.models import Fundraiser
from fundraising.refusals import NothingProposed
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.rights import ensure_may
from qa.enums import Action
from qa.refusals import ReasonMissing
from users.models import User

LONGEST_NOTE = 300


def approve_change(page: Fundraiser, user: User, seen: int) -> Fundraiser:
    """Show what was proposed and return the page.

    Raises MayNotDecide, StaleCommand, TextFrozen or NothingProposed.
    """
    with _deciding(page, user, seen, "") as found:
        set_words(found, found.proposed)
        tell_owner(found, CHANGED)
    return found


def decline_change(page: Fundraiser, user: User, seen: int, note: str) -> Fundraiser:
    """Leave the page as it is; its owner reads why.

    Raises MayNotDecide, StaleCommand, TextFrozen, NothingProposed or ReasonMissing.
    """
    note = note.strip()[:LONGEST_NOTE]
    if not note:
        raise ReasonMissing
    with _deciding(page, user, seen, note) as found:
        picture = found.proposed.get("picture", "")
        transaction.on_commit(lambda: forget_picture(picture))
        found.proposed, found.proposed_at, found.note = {}, None, note
        tell_owner(found, CHANGE_DECLINED)
    return found


@contextmanager
def _deciding(page: Fundraiser, user: User, seen: int, note: str) -> Iterator[Fundraiser]:
    ensure_may(user, Action.APPROVE)
    with transaction.atomic():
        found = locked(page, seen)
        ensure_not_frozen(found)
        if not found.proposed:
            raise NothingProposed
        before = found.told()
        yield found
        written(found, Action.EDIT, before, user=user, note=note)
