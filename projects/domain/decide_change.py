"""Agree to what the proposer of a shown project wants to change, or decline it with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from projects.domain.change_project import set_words
from projects.domain.tell_proposer import CHANGE_DECLINED, CHANGED, tell_proposer
from projects.gateways.project_pictures import forget_picture
from projects.models import Project
from projects.refusals import NothingProposed
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.rights import ensure_may
from qa.enums import Action
from qa.refusals import ReasonMissing
from users.models import User

LONGEST_NOTE = 300


def approve_change(project: Project, user: User, seen: int) -> Project:
    """Show what was proposed and return the project.

    Raises MayNotDecide, StaleCommand, TextFrozen or NothingProposed.
    """
    with _deciding(project, user, seen, "") as found:
        set_words(found, found.proposed)
        tell_proposer(found, CHANGED)
    return found


def decline_change(project: Project, user: User, seen: int, note: str) -> Project:
    """Leave the project as it is; its proposer reads why.

    Raises MayNotDecide, StaleCommand, TextFrozen, NothingProposed or ReasonMissing.
    """
    note = note.strip()[:LONGEST_NOTE]
    if not note:
        raise ReasonMissing
    with _deciding(project, user, seen, note) as found:
        picture = found.proposed.get("picture", "")
        transaction.on_commit(lambda: forget_picture(picture))
        found.proposed, found.proposed_at, found.note = {}, None, note
        tell_proposer(found, CHANGE_DECLINED)
    return found


@contextmanager
def _deciding(project: Project, user: User, seen: int, note: str) -> Iterator[Project]:
    ensure_may(user, Action.APPROVE)
    with transaction.atomic():
        found = locked(project, seen)
        ensure_not_frozen(found)
        if not found.proposed:
            raise NothingProposed
        before = found.told()
        yield found
        written(found, Action.EDIT, before, user=user, note=note)
