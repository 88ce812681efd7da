"""What follows from decisions about collection pages: copies emptied, pictures withheld."""

from django.db import transaction

from fundraising.gateways.page_pictures import (
    copy_shown,
    copy_withheld,
    forget_picture,
    is_withheld,
)
from fundraising.models import Fundraiser
from media.edition import new_edition
from qa.enums import Action
from qa.models import Decision, Moderated


def follow_decision(decision: Decision, text: Moderated) -> None:
    """Begin a new edition; take the pictures of a removed page where nobody loads them, or back.

    Listens to `qa.decided`, inside the decision's transaction.
    """
    if not isinstance(text, Fundraiser):
        return
    new_edition()
    old = text.picture
    if decision.action == Action.REMOVE and old and not is_withheld(old):
        text.picture = copy_withheld(old)
    elif text.is_public and is_withheld(old):
        text.picture = copy_shown(old)
    else:
        return
    text.save(update_fields=["picture"])
    transaction.on_commit(lambda: forget_picture(old))
