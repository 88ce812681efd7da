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

    Its gifts' rows are locked, as whoever issues and refunds does.
    """
    with transaction.atomic():
        gifts = Donation.objects.filter(receipt_lines__receipt=receipt)
        list(Donation.objects.select_for_update().filter(pk__in=gifts.values("pk")).order_by("pk"))
        found = Receipt.objects.select_for_update().get(pk=receipt.pk)
        if found.cancelled_at is not None:
            raise ReceiptCancelled(reference=found.reference)
        return cancel(found, reason, note, user)


def cancel_outdated(gift: Donation) -> None:
    """Cancel the receipt of a locked gift of which another sum is left than it says.

    Refunds of two gifts on one receipt meet here: its row is locked, it is cancelled once.
    """
    outdated = Receipt.objects.filter(
        lines__in=gift.receipt_lines.filter(holds=True).exclude(amount_cents=gift.net_cents)  # type: ignore[attr-defined]
    )
    for number in outdated.values_list("pk", flat=True):
        receipt = Receipt.objects.select_for_update().get(pk=number)
        if receipt.cancelled_at is None:
            cancel(receipt, CancelReason.REFUND)


def cancel(receipt: Receipt, reason: str, note: str = "", user: User | None = None) -> Receipt:
    """Mark a locked receipt, free its gifts for another, and tell its donor."""
    receipt.cancelled_at, receipt.cancelled_by = timezone.now(), user
    receipt.cancel_reason, receipt.cancel_note = reason, note
    receipt.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason", "cancel_note"])
    receipt.lines.update(holds=False)  # type: ignore[attr-defined]
    tell_receipt(receipt)
    return receipt
