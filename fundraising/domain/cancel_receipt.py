"""Cancel a tax receipt: it stays, marked, with its reason; its number is never given again."""

from django.db import transaction
from django.utils import timezone

from fundraising.domain.tell_receipt import tell_receipt
from fundraising.enums import CancelReason
from fundraising.models import Donation, Receipt
from fundraising.refusals import ReceiptCancelled
from users.models import User


def cancel_receipt(receipt: Receipt, user: User, reason: str, note: str = "") -> Receipt:
    """Cancel what somebody of the team says. Raises ReceiptCancelled when somebody was faster.

    The gift's row is locked, as whoever issues and refunds does.
    """
    with transaction.atomic():
        Donation.objects.select_for_update().get(pk=receipt.donation_id)
        found = Receipt.objects.select_for_update().get(pk=receipt.pk)
        if found.cancelled_at is not None:
            raise ReceiptCancelled(reference=found.reference)
        return _cancel(found, reason, note, user)


def cancel_outdated(gift: Donation) -> None:
    """Cancel the receipt of a locked gift of which another sum is left than it says."""
    for receipt in (
        Receipt.objects.valid().filter(donation=gift).exclude(amount_cents=gift.net_cents)
    ):
        _cancel(receipt, CancelReason.REFUND)


def _cancel(receipt: Receipt, reason: str, note: str = "", user: User | None = None) -> Receipt:
    receipt.cancelled_at, receipt.cancelled_by = timezone.now(), user
    receipt.cancel_reason, receipt.cancel_note = reason, note
    receipt.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason", "cancel_note"])
    tell_receipt(receipt)
    return receipt
