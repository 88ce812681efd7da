"""Issue a receipt anew under another number, for instance with the right address."""

from django.db import transaction

from fundraising.domain.cancel_receipt import cancel_receipt
from fundraising.domain.issue_receipt import Donor, issue_receipt
from fundraising.models import Receipt
from fundraising.refusals import ReceiptReplaced
from users.models import User


def reissue_receipt(receipt: Receipt, user: User, donor: Donor, reason: str, note: str) -> Receipt:
    """Cancel `receipt` unless it is, and issue the one that replaces it: both, or neither.

    Raises ReceiptReplaced when that was done already, and what issuing raises.
    """
    with transaction.atomic():
        if Receipt.objects.filter(replaces=receipt).exists():
            raise ReceiptReplaced(reference=receipt.reference)
        if Receipt.objects.valid().filter(pk=receipt.pk).exists():
            cancel_receipt(receipt, user, reason, note)
        return issue_receipt(receipt.donation, donor)
