"""What follows from decisions about collection pages and their news: pictures withheld."""

from django.db import transaction

from fundraising.gateways.page_pictures import (
    copy_shown,
    copy_withheld,
    forget_picture,
    is_withheld,
)
from fundraising.models import Fundraiser, News, Team
from media.edition import new_edition
from qa.enums import Action
from qa.models import Decision, Moderated


def follow_decision(decision: Decision, text: Moderated) -> None:
    """Begin a new edition; take the pictures of what was removed where nobody loads them, or back.

    Listens to `qa.decided`, inside the decision's transaction.
    """
    if not isinstance(text, Fundraiser | News | Team):
        return
    new_edition()
    if isinstance(text, Team):
        return
    _follow(decision, text)
    if isinstance(text, Fundraiser):
        for news in text.news.exclude(picture=""):
            news.fundraiser = text
            _follow(decision, news)


def _follow(decision: Decision, text: Fundraiser | News) -> None:
    old = text.picture
    if decision.action == Action.REMOVE and old and not is_withheld(old):
        text.picture = copy_withheld(old)
    elif text.is_public and is_withheld(old):
        text.picture = copy_shown(old)
    else:
        return
    text.save(update_fields=["picture"])
    transaction.on_commit(lambda: forget_picture(old))
