"""Wish for one receipt a year: keep who gave, and let a gift be receipted with their others."""

from django.db import transaction
from django.db.models import Q

from fundraising.domain.issue_receipt import Donor
from fundraising.models import Donation, ReceiptWish, RecurringGift, TaxStanding
from fundraising.models.receipt_wish import identity_of
from qa.domain.clean_words import clean_words


def wish_receipt(
    standing: TaxStanding, donor: Donor, gift: Donation | RecurringGift
) -> ReceiptWish:
    """Put `gift`, a month of a monthly one with all its months, under the wish of `donor`.

    A gift that stands on a valid receipt stays on it. Wished for again under other words, the last
    ones count.
    """
    order = gift if isinstance(gift, RecurringGift) else gift.recurring
    with transaction.atomic():
        wish = kept_wish(standing, donor)
        gifts = Q(recurring=order) if order else Q(pk=gift.pk)
        if order:
            RecurringGift.objects.select_for_update().get(pk=order.pk)
            RecurringGift.objects.filter(pk=order.pk).update(receipt_wish=wish)
        Donation.objects.filter(gifts).update(receipt_wish=wish)
    return wish


def kept_wish(standing: TaxStanding, donor: Donor) -> ReceiptWish:
    """Return the wish of `donor`, kept now when nobody wrote the same before."""
    name = clean_words(donor.name)
    wish, _is_new = ReceiptWish.objects.get_or_create(
        organisation=standing.organisation,
        identity=identity_of(name, donor.address, donor.is_company, donor.email),
        defaults={
            "donor_name": name,
            "donor_address": donor.address,
            "is_company": donor.is_company,
            "email": donor.email,
            "language": donor.language,
        },
    )
    return wish
