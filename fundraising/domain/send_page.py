"""Send a collection page: from now on it waits for the team, or is shown if nobody needs to."""

from django.db import transaction
from django.utils import timezone

from fundraising.domain.first_state import first_state
from fundraising.models import Fundraiser
from fundraising.refusals import NotToSend
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

_UNSENT = (TextState.DRAFT, TextState.REJECTED)


def send_page(page: Fundraiser, seen: int) -> Fundraiser:
    """Send a draft, or once more a page that was declined, and return it.

    Raises StaleCommand, TextFrozen or NotToSend.
    """
    with transaction.atomic():
        page = locked(page, seen)
        ensure_not_frozen(page)
        if page.state not in _UNSENT:
            raise NotToSend(state=page.get_state_display())
        before = page.told()
        page.state, page.held_for, found = first_state((page.title, page.reason, page.name))
        page.sent_at = page.received_at = timezone.now()
        page.refused_for = page.note = ""
        sent = written(page, Action.SEND, before, user=None)
        note_stop_words(sent, found)
    return sent
