"""Close a collection page: it stays readable and takes no more gifts. Its owner may open it again.

Taking it off the site altogether is another thing (`withdraw_page`).
"""

from django.db import transaction
from django.utils import timezone

from fundraising.models import Fundraiser
from fundraising.refusals import NotToClose
from media.edition import new_edition
from qa.domain.decide import decide, locked
from qa.enums import Action


def close_page(page: Fundraiser) -> Fundraiser:
    """End the collection now and return the page; ending it twice is fine. Raises NotToClose."""
    return _set_closed(page, True)


def reopen_page(page: Fundraiser) -> Fundraiser:
    """Collect again, until the last day of the page. Raises NotToClose."""
    return _set_closed(page, False)


def withdraw_page(page: Fundraiser) -> Fundraiser:
    """Take a page off the site. Raises a DecisionRefused."""
    return decide(page, Action.WITHDRAW, user=None)


def _set_closed(page: Fundraiser, is_closed: bool) -> Fundraiser:
    with transaction.atomic():
        page = locked(page)
        if not page.is_public:
            raise NotToClose(state=page.get_state_display())
        if (page.closed_at is not None) != is_closed:
            page.closed_at = timezone.now() if is_closed else None
            page.save(update_fields=["closed_at"])
            new_edition()
    return page
