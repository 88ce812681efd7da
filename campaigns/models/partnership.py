"""Partnerships: what two organisations have done together, year by year, place by place."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from campaigns.enums import Unit
from campaigns.models.organisation import Organisation

YEARS = (MinValueValidator(1800), MaxValueValidator(2200))


class Partnership(ClusterableModel):
    """That one organisation gives to another, since when, and how it went."""

    sponsor = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="partnerships",
        verbose_name=_("sponsor"),
        help_text=_("Who gives."),
    )
    beneficiary = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="partnerships_received",
        verbose_name=_("beneficiary"),
        help_text=_("Who receives."),
    )
    since_year = models.PositiveSmallIntegerField(_("since"), validators=YEARS)
    until_year = models.PositiveSmallIntegerField(
        _("until"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("Empty while it goes on."),
    )
    summary = models.CharField(_("in one sentence"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-since_year", "pk"]
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sponsor", "beneficiary"],
                name="one_partnership_a_pair",
                violation_error_message=_(
                    "There is already a partnership between these two. Add its years there."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.sponsor} → {self.beneficiary}"

    def clean(self) -> None:
        super().clean()
        if self.sponsor_id and self.sponsor_id == self.beneficiary_id:
            raise ValidationError(
                {"beneficiary": _("A partnership is between two different organisations.")}
            )
        if self.until_year and self.since_year and self.until_year < self.since_year:
            raise ValidationError({"until_year": _("A partnership cannot end before it starts.")})


class PartnershipEvent(Orderable):
    """One thing that happened in a partnership. A quantity without a source is marked as such."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="events")
    year = models.PositiveSmallIntegerField(_("year"), validators=YEARS)
    happened_on = models.DateField(_("exact day, if known"), null=True, blank=True)
    place = models.CharField(_("place or local branch"), max_length=120, blank=True)
    sentence = models.CharField(
        _("what happened"), max_length=240, help_text=_("One sentence: who did what.")
    )
    quantity = models.PositiveBigIntegerField(_("quantity"), null=True, blank=True)
    unit = models.CharField(_("measured in"), max_length=4, choices=Unit, default=Unit.GRAM)
    goods = models.CharField(
        _("of what"), max_length=60, blank=True, help_text=_("As it follows a quantity.")
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("source as a document"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("event of a partnership")
        verbose_name_plural = _("events of a partnership")

    def __str__(self) -> str:
        return f"{self.year}: {self.sentence}"

    def clean(self) -> None:
        super().clean()
        if self.happened_on and self.year and self.happened_on.year != self.year:
            raise ValidationError(
                {"happened_on": _("This day is not in the year %(year)s.") % {"year": self.year}}
            )

    @property
    def source(self) -> str:
        """Where its source is read, if there is one."""
        return self.document.url if self.document else self.source_url

    @property
    def lacks_source(self) -> bool:
        """Whether it names a quantity that nobody can check."""
        return self.quantity is not None and not self.source
