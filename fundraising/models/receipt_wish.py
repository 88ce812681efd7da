"""Who wishes one receipt a year, for the tax office: a name and an address, kept until then."""

import hashlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Organisation

LONGEST_DONOR, LONGEST_ADDRESS = 120, 300


class ReceiptWish(models.Model):
    """A donor of an organisation, as the tax office knows them: gifts under one wish add up.

    `identity` is the digest of all that a donor wrote: who writes the same is the same donor, and
    nobody changes what another has written.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="receipt_wishes"
    )
    identity = models.CharField(max_length=64)
    donor_name = models.CharField(_("name"), max_length=LONGEST_DONOR)
    donor_address = models.CharField(_("address"), max_length=LONGEST_ADDRESS)
    is_company = models.BooleanField(_("a company"), default=False)
    email = models.EmailField()
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    wished_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("wish for a yearly receipt")
        verbose_name_plural = _("wishes for yearly receipts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "identity"], name="one_wish_a_donor")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.donor_name}"


def identity_of(name: str, address: str, is_company: bool, email: str) -> str:
    """Return the digest of a donor: spaces and capitals make no other one."""
    parts = (name, address, str(is_company), email)
    told = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    return hashlib.sha256(told.encode()).hexdigest()


class ReceiptRun(models.Model):
    """That an organisation issues its receipts of a year: once asked for, until all are there."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="receipt_runs"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "organisation__name"]
        verbose_name = _("receipts of a year")
        verbose_name_plural = _("receipts of years")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_run_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"
