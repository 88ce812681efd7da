"""Issue a receipt anew under another number, for instance with the right address."""

from dataclasses import replace

from django.db import transaction

from fundraising.domain.cancel_receipt import cancel_receipt
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.domain.issue_yearly import issue_for
from fundraising.domain.wish_receipt import kept_wish
from fundraising.models import Donation, Receipt, ReceiptWish, RecurringGift, TaxStanding
from fundraising.refusals import NoReceiptForThis, NoReceiptsHere, ReceiptReplaced
from users.models import User


def reissue_receipt(receipt: Receipt, user: User, donor: Donor, reason: str, note: str) -> Receipt:
    """Cancel `receipt` unless it is, and issue the one that replaces it: both, or neither.

    Raises ReceiptReplaced when that was done already, and what issuing raises.
    """
    with transaction.atomic():
        if Receipt.objects.filter(replaces=receipt).exists():
            raise ReceiptReplaced(reference=receipt.reference)
        standing, wish = _corrected(receipt, donor)
        if Receipt.objects.valid().filter(pk=receipt.pk).exists():
            cancel_receipt(receipt, user, reason, note)
        if receipt.donation is not None:
            return issue_receipt(receipt.donation, donor)
        if standing is None or wish is None or receipt.gift_year is None:
            raise NoReceiptsHere
        new = issue_for(standing, wish.pk, receipt.gift_year, receipt)
        if new is None:
            raise NoReceiptForThis
        return new


def _corrected(receipt: Receipt, donor: Donor) -> tuple[TaxStanding | None, ReceiptWish | None]:
    """Put the gifts of a receipt of a year under its donor as corrected, whose rows are locked.

    Wishes come before gifts, as for whoever issues the receipts of a year.
    """
    standing = TaxStanding.objects.select_related("organisation").filter(
        organisation=receipt.organisation_id, issues_receipts=True
    )
    found = standing.first()
    if found is None or receipt.wish_id is None:
        return found, None
    wish = kept_wish(found, replace(donor, language=receipt.language))
    both = ReceiptWish.objects.filter(pk__in=(receipt.wish_id, wish.pk)).order_by("pk")
    list(both.select_for_update(no_key=True))
    orders = RecurringGift.objects.filter(gifts__receipt_lines__receipt=receipt)
    RecurringGift.objects.filter(pk__in=orders.values("pk")).update(receipt_wish=wish)
    gifts = Donation.objects.filter(receipt_lines__receipt=receipt)
    Donation.objects.filter(pk__in=gifts.values("pk")).update(receipt_wish=wish)
    return found, wish
