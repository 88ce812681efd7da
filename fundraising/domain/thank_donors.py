"""Thank those who gave: each gift once.

Who left an address gets a mail; everybody reads it at the private address of the gift.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from fundraising.domain.own_gifts import gifts_of
from fundraising.domain.tell_donor import tell_donor
from fundraising.models import Donation, Fundraiser, Supporter, Thanks
from fundraising.refusals import (
    NobodyToThank,
    NotToThank,
    ThanksEmpty,
    ThanksHeld,
    TooManyThanks,
)
from qa.domain.clean_words import clean_words, says_something
from qa.domain.stop_words import find_stop_words

# Notes, not mails: one may thank a hundred people.
MOST_A_DAY = 20


def gifts_to_thank(page: Fundraiser) -> QuerySet[Donation]:
    """Return the gifts to `page` of which something is left and that wait for thanks.

    Who gives each month is thanked for the first one.
    """
    return gifts_of(page).filter(thanks=None, is_repeat=False, paid_cents__gt=F("refunded_cents"))


def thank_donors(page: Fundraiser, words: str, number: int | None = None) -> int:
    """Thank for the gift with this primary key, or for all; return for how many.

    Raises a ThanksRefused.
    """
    words = clean_words(words)
    if not says_something(words):
        raise ThanksEmpty
    if any(found.holds for found in find_stop_words(words)):
        raise ThanksHeld
    with transaction.atomic():
        # Locked: two windows of one owner neither thank twice nor go beyond the day's share.
        owner = Supporter.objects.select_for_update().get(pk=page.owner_id)
        page.refresh_from_db()
        if not page.is_public:
            raise NotToThank(state=page.get_state_display())
        today = timezone.now() - timedelta(days=1)
        if owner_notes(owner).filter(written_at__gte=today).count() >= MOST_A_DAY:
            raise TooManyThanks
        gifts = gifts_to_thank(page) if number is None else gifts_to_thank(page).filter(pk=number)
        thanked = list(gifts)
        if not thanked:
            raise NobodyToThank
        note = Thanks.objects.create(fundraiser=page, words=words)
        for gift in thanked:
            tell_donor(gift, page.language)
        chosen = Donation.objects.filter(pk__in=[gift.pk for gift in thanked])
        chosen.update(thanks=note, thanks_email="")
    return len(thanked)


def owner_notes(owner: Supporter) -> QuerySet[Thanks]:
    """Return all that an owner wrote."""
    return Thanks.objects.filter(fundraiser__owner=owner)
