"""Agree to what the proposer of a shown project wants to change, or decline it with a reason."""

from projects.domain.tell_proposer import CHANGE_DECLINED, CHANGED, tell_proposer
from projects.models import Project
from qa.domain import change_shown
from users.models import User


def approve_change(project: Project, user: User, seen: int) -> Project:
    """Show what was proposed and return the project. Raises what `change_shown` raises."""
    return change_shown.approve_change(
        project, user, seen, lambda found: tell_proposer(found, CHANGED)
    )


def decline_change(project: Project, user: User, seen: int, note: str) -> Project:
    """Leave the project as it is; its proposer reads why. Raises what `change_shown` raises."""
    return change_shown.decline_change(
        project, user, seen, note, lambda found: tell_proposer(found, CHANGE_DECLINED)
    )
