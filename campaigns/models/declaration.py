"""Acts that an organisation declares, with a document: so many packs sold on a market."""

import secrets
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from audience.models import Meter
from campaigns.models.ledger import LedgerEntry
from campaigns.models.organisation import Organisation
from campaigns.models.pledge import Pledge

MOST_DECLARED = 100_000


def new_declaration_seed() -> str:
    """Return what the names of the declared acts are made from."""
    return secrets.token_urlsafe(16)


def _user() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class Declaration(models.Model):
    """A number of acts that one person declares and another approves; only then they count.

    `written` of them have a row already: the worker writes many acts in portions. What was approved
    is never edited; a mistake is revoked, and both stay visible.
    """

    meter = models.ForeignKey(
        Meter, on_delete=models.PROTECT, related_name="declarations", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="declarations",
        verbose_name=_("who declares"),
        help_text=_("The organisation that stands behind the figure. It will be public."),
    )
    acts = models.PositiveIntegerField(
        _("number of acts"), validators=[MinValueValidator(1), MaxValueValidator(MOST_DECLARED)]
    )
    about = models.CharField(
        _("what was done"),
        max_length=160,
        help_text=_("“Packs sold on the Christmas market of Lille”. It will be public."),
    )
    done_on = models.DateField(_("on which day"), help_text=_("The last day, if there were many."))
    document = models.ForeignKey(
        "wagtaildocs.Document",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document"),
    )
    declared_by = _user()
    declared_at = models.DateTimeField(_("declared"), default=timezone.now)
    approved_by = _user()
    approved_at = models.DateTimeField(_("approved"), null=True)
    rejected_by = _user()
    rejected_at = models.DateTimeField(null=True)
    revoked_by = _user()
    revoked_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=200, blank=True)
    seed = models.CharField(max_length=22, default=new_declaration_seed)
    written = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        permissions = (
            ("approve_declaration", "Can approve, reject and revoke declarations of others"),
        )
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("declared_by"))
                | models.Q(declared_by=None),
                name="declared_and_approved_by_two",
            ),
            models.CheckConstraint(
                condition=models.Q(written__lte=models.F("acts")), name="written_within_declared"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {date_format(self.done_on)}"

    @property
    def origin(self) -> str:
        """What stands as the host of the declared acts."""
        return f"paper:{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it."""
        return not (self.approved_at or self.rejected_at)


class TallyCorrection(models.Model):
    """That acts of a revoked declaration count for a pledge no more, with the line that says so.

    The acts' rows stay as they are. `quantity`: what they had unlocked, taken back by `entry`.
    """

    declaration = models.ForeignKey(
        Declaration, on_delete=models.PROTECT, related_name="corrections"
    )
    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="tally_corrections")
    acts = models.PositiveIntegerField()
    quantity = models.PositiveBigIntegerField()
    entry = models.ForeignKey(LedgerEntry, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["declaration", "pledge"], name="a_declaration_is_revoked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.declaration} −{self.acts}"
