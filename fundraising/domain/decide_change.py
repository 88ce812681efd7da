"""Agree to what the owner of a shown page wants to change, or decline it with a reason."""

from fundraising.domain.tell_owner import CHANGE_DECLINED, CHANGED, tell_owner
from fundraising.models import Fundraiser
from qa.domain import change_shown
from users.models import User


def approve_change(page: Fundraiser, user: User, seen: int) -> Fundraiser:
    """Show what was proposed and return the page. Raises what `change_shown` raises."""
    return change_shown.approve_change(page, user, seen, lambda found: tell_owner(found, CHANGED))


def decline_change(page: Fundraiser, user: User, seen: int, note: str) -> Fundraiser:
    """Leave the page as it is; its owner reads why. Raises what `change_shown` raises."""
    return change_shown.decline_change(
        page, user, seen, note, lambda found: tell_owner(found, CHANGE_DECLINED)
    )
