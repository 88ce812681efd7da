"""The ledger: what was promised, unlocked, delivered and taken back, for ever."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.enums import EntryKind, Unit
from campaigns.models.pledge import Pledge


class LedgerBatch(models.Model):
    """Entries sealed together: its hash covers them and the hash of the batch before.

    The hashes of its lines, from the one that opens it on, say which of them was altered.
    """

    number = models.PositiveBigIntegerField(unique=True)
    sealed_at = models.DateTimeField()
    entry_count = models.PositiveIntegerField()
    previous_hash = models.CharField(max_length=64)
    opening_hash = models.CharField(max_length=64, default="")
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"


class LedgerEntry(models.Model):
    """One line, written once. `tally_from` and `tally_to`: the acts it stands for, if any.

    Each line moves a quantity from one account to another (promised to unlocked, unlocked to
    delivered), so that per unit all accounts add up to nothing; a reversal moves it back.
    """

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(_("kind"), max_length=9, choices=EntryKind)
    reverses = models.CharField(max_length=9, choices=EntryKind, blank=True)
    quantity = models.PositiveBigIntegerField(_("quantity"))
    unit = models.CharField(_("unit"), max_length=4, choices=Unit)
    tally_from = models.PositiveBigIntegerField(null=True)
    tally_to = models.PositiveBigIntegerField(null=True)
    recorded_at = models.DateTimeField(_("recorded"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    # The line that a reversal takes back, if it is one line.
    corrects = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="corrections"
    )
    batch = models.ForeignKey(
        LedgerBatch, null=True, on_delete=models.PROTECT, related_name="entries"
    )
    # Of its line, written with the seal.
    hash = models.CharField(max_length=64, default="", editable=False)

    # Its own foreign keys protect what a line speaks of; acts write many.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"], condition=models.Q(batch=None), name="ledger_entries_not_sealed"
            )
        ]
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.quantity} {self.unit}"


class Delivery(models.Model):
    """What the beneficiary says it received, with the document that proves it."""

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="deliveries")
    entry = models.OneToOneField(LedgerEntry, on_delete=models.PROTECT, related_name="delivery")
    quantity = models.PositiveBigIntegerField(_("quantity"))
    delivered_on = models.DateField(_("delivered on"))
    place = models.CharField(_("place"), max_length=120)
    confirmed_by = models.CharField(_("confirmed by"), max_length=120)
    document = models.ForeignKey(
        "wagtaildocs.Document", on_delete=models.PROTECT, related_name="+", verbose_name=_("proof")
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-delivered_on"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")

    def __str__(self) -> str:
        return f"{self.place}, {self.delivered_on}"
