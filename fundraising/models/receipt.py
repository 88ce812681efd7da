"""Tax receipts: numbered without a gap by organisation and year, never changed, never deleted."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Organisation
from fundraising.enums import CancelReason
from fundraising.models.donation import Donation
from fundraising.models.receipt_wish import LONGEST_ADDRESS, LONGEST_DONOR, ReceiptWish
from qa.models.keys import new_key

__all__ = ["LONGEST_ADDRESS", "LONGEST_DONOR", "Receipt", "ReceiptCounter", "ReceiptLine"]


class ReceiptCounter(models.Model):
    """The last number that an organisation gave in a year. Whoever takes one locks the row."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_counter_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}: {self.last_number}"


class ReceiptQuerySet(models.QuerySet):
    """Receipts by whether they hold."""

    def valid(self) -> "ReceiptQuerySet":
        """Keep those that were not cancelled."""
        return self.filter(cancelled_at=None)

    def of(self, gift: Donation) -> "ReceiptQuerySet":
        """Keep those on which `gift` stands, alone or among the others of a year."""
        return self.filter(lines__donation=gift)


class Receipt(models.Model):
    """What a receipt says, as it was issued.

    `issuer` holds what the organisation was that day: name, address, purpose, numbers, who signs.
    `key` is the donor's private address of it. A cancelled one stays, with its reason; the one that
    takes its place names it (`replaces`).

    It is for one gift (`donation`), or for all of a donor in `gift_year` (`wish`); `lines` name
    each gift with what was left of it.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="receipts",
        verbose_name=_("organisation"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    key = models.CharField(max_length=22, unique=True, default=new_key)
    donation = models.ForeignKey(
        Donation, null=True, on_delete=models.PROTECT, related_name="receipts"
    )
    wish = models.ForeignKey(
        ReceiptWish, null=True, on_delete=models.PROTECT, related_name="receipts"
    )
    gift_year = models.PositiveSmallIntegerField(null=True)
    amount_cents = models.PositiveIntegerField(_("amount"))
    given_on = models.DateField(_("day of the gift"))
    donor_name = models.CharField(_("name"), max_length=LONGEST_DONOR)
    donor_address = models.CharField(_("address"), max_length=LONGEST_ADDRESS)
    is_company = models.BooleanField(_("a company"), default=False)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    issuer = models.JSONField(default=dict)
    issued_at = models.DateTimeField(default=timezone.now)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=8, choices=CancelReason, blank=True)
    cancel_note = models.CharField(max_length=200, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "-number", "organisation"]
        verbose_name = _("tax receipt")
        verbose_name_plural = _("tax receipts")
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("keep_books", "Can cancel and reissue receipts, and export gifts")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "year", "number"], name="one_receipt_a_number"
            ),
            models.UniqueConstraint(
                fields=["donation"],
                condition=models.Q(cancelled_at=None),
                name="one_valid_receipt_a_gift",
            ),
            models.UniqueConstraint(
                fields=["wish", "gift_year"],
                condition=models.Q(cancelled_at=None),
                name="one_valid_receipt_a_year",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """Return the donor's private address of it."""
        return reverse("tax_receipt", args=[self.key])

    @property
    def reference(self) -> str:
        """Its number as it is written: “2026-00042”."""
        return f"{self.year}-{self.number:05}"

    @property
    def successor(self) -> "Receipt | None":
        """The receipt that took its place, if one did."""
        found: Receipt | None = getattr(self, "replaced_by", None)
        return found

    @property
    def issued_by(self) -> dict[str, Any]:
        """What the organisation was when it was issued."""
        return dict(self.issuer)


class ReceiptLine(models.Model):
    """A gift on a receipt, and what was left of it. `holds` as long as the receipt does."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="lines")
    donation = models.ForeignKey(Donation, on_delete=models.PROTECT, related_name="receipt_lines")
    amount_cents = models.PositiveIntegerField()
    holds = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["donation"], condition=models.Q(holds=True), name="one_valid_line_a_gift"
            ),
            models.UniqueConstraint(fields=["receipt", "donation"], name="one_line_a_gift"),
        ]

    def __str__(self) -> str:
        return f"{self.receipt}: {self.amount_cents}"
