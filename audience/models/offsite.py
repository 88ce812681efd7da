"""Acts that happen elsewhere: codes on products, and partners whose tills report sales."""

import secrets
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.models.meter import Meter

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MOST_CODES = 100_000
MOST_ACTS_A_SALE = 100


def _user(label: "str | _StrPromise" = "") -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=label or None,
    )


class CodeBatch(models.Model):
    """Codes that are printed together. Each stands for one act of the meter.

    Without `made_at` there are no codes yet; once made, the batch is never changed, only revoked.
    """

    meter = models.ForeignKey(
        Meter, on_delete=models.PROTECT, related_name="code_batches", verbose_name=_("campaign")
    )
    label = models.CharField(
        _("label"), max_length=80, help_text=_("For the team: “Coffee 250 g, spring”.")
    )
    issued_by = models.CharField(
        _("who prints them"), max_length=80, blank=True, help_text=_("The firm or shop, if any.")
    )
    count = models.PositiveIntegerField(
        _("number of codes"), validators=[MinValueValidator(1), MaxValueValidator(MOST_CODES)]
    )
    valid_from = models.DateTimeField(_("valid from"), default=timezone.now)
    valid_until = models.DateTimeField(_("valid until"))
    made_at = models.DateTimeField(_("made"), null=True, editable=False)
    made_by = _user(_("made by"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    revoked_by = _user(_("revoked by"))
    revoked_why = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("batch of codes")
        verbose_name_plural = _("batches of codes")

    def __str__(self) -> str:
        return self.label

    @property
    def origin(self) -> str:
        """What stands as the host of the acts of this batch."""
        return f"code:{self.pk}"


class OffsiteCode(models.Model):
    """One code, of which only a keyed hash is kept: who steals these rows has no code.

    `redeemed_with`: the name of the form it was typed into, so that a doubled request gets the same
    receipt and another person does not.
    """

    batch = models.ForeignKey(CodeBatch, on_delete=models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=22, unique=True)
    redeemed_at = models.DateTimeField(null=True)
    redeemed_with = models.CharField(max_length=22, blank=True)

    def __str__(self) -> str:
        return f"{self.batch_id} {self.pk}"


class Partner(models.Model):
    """A till system or shop that reports sales, each worth some acts."""

    meter = models.ForeignKey(
        Meter, on_delete=models.PROTECT, related_name="partners", verbose_name=_("campaign")
    )
    name = models.CharField(_("name"), max_length=80)
    most_acts = models.PositiveSmallIntegerField(
        _("most acts in one sale"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_ACTS_A_SALE)],
        help_text=_("A call that reports more is refused: it is probably a mistake."),
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        verbose_name = _("partner that reports sales")
        verbose_name_plural = _("partners that report sales")

    def __str__(self) -> str:
        return self.name

    @property
    def origin(self) -> str:
        """What stands as the host of the acts that this partner reports."""
        return f"sale:{self.pk}"


def new_key_id() -> str:
    """Return the public name of a key; its secret follows from it and from SECRET_KEY."""
    return f"pk_{secrets.token_hex(8)}"


class PartnerKey(models.Model):
    """A key with which a partner signs. The secret itself is stored nowhere."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="keys")
    key_id = models.CharField(max_length=19, unique=True, default=new_key_id)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = _user()
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revoked_by = _user()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.key_id


def new_seed() -> str:
    """Return what the names of a sale's acts are made from: nobody can guess their receipts."""
    return secrets.token_urlsafe(16)


class Sale(models.Model):
    """A sale as a partner reported it. `reference`: the partner's own number for it, used once."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="sales")
    key = models.ForeignKey(PartnerKey, on_delete=models.PROTECT, related_name="sales")
    reference = models.CharField(max_length=64)
    acts = models.PositiveSmallIntegerField()
    sold_at = models.DateTimeField()
    received_at = models.DateTimeField()
    seed = models.CharField(max_length=22, default=new_seed)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["partner", "reference"], name="one_sale_per_reference")
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.reference}"
