"""Change a collection page as its owner. What is read by all is read by the team first.

A draft, or a page that waits, changes at once. On a page that is shown, the goal and the last day
do too; its words and picture wait in `proposed` until the team agrees, and what was approved stays.
"""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from fundraising.domain.check_words import PageWords, checked_words
from fundraising.domain.first_state import is_read_before
from fundraising.gateways.page_pictures import keep_picture
from fundraising.models import Fundraiser
from fundraising.refusals import NotToChange
from qa.domain.change_shown import propose, set_wanted
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.enums import WAITING_STATES, Action, TextState

_FREE = WAITING_STATES | {TextState.DRAFT, TextState.REJECTED}


@dataclass(frozen=True, slots=True)
class Change:
    """A page as its owner wants it. `picture`: a new JPEG, b"" for none, None: as it is."""

    words: PageWords
    goal_cents: int
    ends_on: date
    picture: bytes | None = None


def change_page(page: Fundraiser, change: Change, seen: int) -> Fundraiser:
    """Keep `change` and return the page, with what waits for the team in `proposed`.

    `seen` is the version that its owner had on the screen. Raises StaleCommand, TextFrozen,
    NotToChange or what `checked_words` raises.
    """
    words = checked_words(change.words)
    with transaction.atomic():
        page = locked(page, seen)
        ensure_not_frozen(page)
        if page.state not in _FREE and not page.is_public:
            raise NotToChange(state=page.get_state_display())
        before = page.told()
        page.goal_cents, page.ends_on = change.goal_cents, change.ends_on
        wanted = asdict(words)
        if change.picture is not None:
            wanted["picture"] = keep_picture(change.picture) if change.picture else ""
        if page.state in _FREE or not is_read_before(*wanted.values()):
            set_wanted(page, wanted)
        else:
            propose(page, wanted)
        return written(page, Action.EDIT, before, user=None)
