"""Tell who gave that their receipt is there, or holds no more: a link, nothing attached."""

from django.utils.translation import gettext as _

from audience.domain.queue_letter import queue_letter
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from fundraising.models import Receipt

OCCASION = "receipt"
_ISSUED, _CANCELLED = "issued", "cancelled"


def tell_receipt(receipt: Receipt) -> None:
    """Queue the mail about `receipt` as it stands, in this transaction, where one was wished."""
    if receipt.email:
        step = _CANCELLED if receipt.cancelled_at else _ISSUED
        queue_letter(OCCASION, f"{receipt.pk}:{step}", receipt.email, receipt.language)


def write_receipt(mail: Mail) -> Letter | None:
    """Write the mail; None for a receipt that was cancelled before it could leave."""
    pk, _colon, step = mail.about.partition(":")
    receipt = Receipt.objects.filter(pk=pk).first()
    if receipt is None or (step == _ISSUED and receipt.cancelled_at is not None):
        return None
    return _letter(receipt)


def sample_receipt() -> Letter:
    """Return how such a mail looks."""
    issuer = {"name": "Épicerie du Pont"}
    return _letter(Receipt(year=2026, number=42, amount_cents=20_00, key="0" * 22, issuer=issuer))


def _letter(receipt: Receipt) -> Letter:
    is_cancelled = receipt.cancelled_at is not None
    subject = _("Your tax receipt no longer holds") if is_cancelled else _("Your tax receipt")
    context = {
        "subject": subject,
        "receipt": receipt,
        "is_cancelled": is_cancelled,
        "link": absolute(receipt.get_absolute_url()),
    }
    return compose(subject, "fundraising/mail/receipt", context)
