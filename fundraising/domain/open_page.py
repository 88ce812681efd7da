"""Open a collection page: a draft, and a link to it in its owner's mailbox. No account."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from audience.domain.network_budget import spend
from fundraising.domain.check_words import PageWords, checked_words
from fundraising.domain.send_link import send_link
from fundraising.models import Fund, Fundraiser, Supporter
from fundraising.refusals import FundClosed, TooManyPages
from qa.domain.fold import fold
from qa.enums import TextState
from qa.models.keys import new_code

# Of the tickets that its forms carry.
PURPOSE = "fundraising.open"
# A class of thirty, each with a page, behind one address; and some begin again.
MOST_PER_NETWORK = 60
_LONGEST_STEM = 60
# Words of addresses beside those of pages.
_TAKEN = frozenset({"ouvrir", "envoyee", "equipes"})


@dataclass(frozen=True, slots=True)
class Opening:
    """What the form of a new page says. `key` names it: the same form twice opens one page."""

    key: str
    email: str
    fund: Fund
    words: PageWords
    goal_cents: int
    ends_on: date
    language: str = "fr"


def open_page(opening: Opening, network_address: str) -> Fundraiser:
    """Keep a draft for the owner of the address, send the link to it, and return it.

    Raises FundClosed, TooManyPages or what `checked_words` raises.
    """
    opened = Fundraiser.objects.filter(key=opening.key).first()
    if opened is not None:
        return opened
    if not opening.fund.is_open:
        raise FundClosed
    words = checked_words(opening.words)
    if not spend("collections", network_address, MOST_PER_NETWORK):
        raise TooManyPages
    with transaction.atomic():
        owner, _ = Supporter.objects.get_or_create(
            email=opening.email.lower(), defaults={"language": opening.language}
        )
        page, is_new = _kept(opening, words, owner)
        if is_new:
            send_link(owner, page, opening.language)
    return page


def _kept(opening: Opening, words: PageWords, owner: Supporter) -> tuple[Fundraiser, bool]:
    values = {
        "owner": owner,
        "fund": opening.fund,
        "occasion": words.occasion,
        "title": words.title,
        "reason": words.reason,
        "fold": fold(words.reason),
        "name": words.name,
        "goal_cents": opening.goal_cents,
        "ends_on": opening.ends_on,
        "language": opening.language,
        "state": TextState.DRAFT,
    }
    stem = slugify(words.title)[:_LONGEST_STEM].strip("-")
    for slug in (stem, f"{stem}-{new_code()}".strip("-")):
        if not slug or slug in _TAKEN or Fundraiser.objects.filter(slug=slug).exists():
            continue
        try:
            with transaction.atomic():
                return Fundraiser.objects.get_or_create(
                    key=opening.key, defaults={**values, "slug": slug}
                )
        except IntegrityError:  # Another page took the address at this moment.
            continue
    return Fundraiser.objects.get_or_create(
        key=opening.key, defaults={**values, "slug": new_code()}
    )
