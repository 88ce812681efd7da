"""Change a collection page as its owner. What is read by all is read by the team first.

A draft, or a page that waits, changes at once. On a page that is shown, the goal and the last day
do too; its words and picture wait in `proposed` until the team agrees, and what was approved stays.
"""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from fundraising.domain.check_words import PageWords, checked_words
from fundraising.domain.first_state import is_read_before
from fundraising.gateways.page_pictures import forget_picture, keep_picture
from fundraising.models import Fundraiser
from fundraising.refusals import NotToChange
from qa.domain.decide import ensure_not_frozen, locked, written
from qa.domain.fold import fold
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
            set_words(page, wanted)
        else:
            _propose(page, wanted)
        return written(page, Action.EDIT, before, user=None)


def set_words(page: Fundraiser, wanted: dict[str, str]) -> None:
    """Put the words and the picture that are `wanted` on `page`; it is saved by the caller."""
    old = page.picture
    for name, value in wanted.items():
        setattr(page, name, value)
    page.fold = fold(page.reason)
    page.proposed, page.proposed_at = {}, None
    if page.picture != old:
        transaction.on_commit(lambda: forget_picture(old))


def _propose(page: Fundraiser, wanted: dict[str, str]) -> None:
    """Keep what differs from what is shown; what was proposed before is replaced."""
    new = {name: value for name, value in wanted.items() if value != getattr(page, name)}
    old = page.proposed.get("picture", "")
    if old and "picture" not in wanted:
        new["picture"] = old
    elif old:
        transaction.on_commit(lambda: forget_picture(old))
    if new != page.proposed:
        page.proposed, page.proposed_at = new, timezone.now() if new else None
