"""What an amount means for a cause, as dated data: “20 € = 10 kg of vegetables”."""

from datetime import date
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from fundraising.models.fund import Fund


class MeaningQuerySet(models.QuerySet):
    """Meanings by when they hold."""

    def on(self, day: date) -> "MeaningQuerySet":
        """Keep those that hold on a day."""
        ended = models.Q(ends_on__isnull=False, ends_on__lt=day)
        return self.filter(starts_on__lte=day).exclude(ended)


class Meaning(models.Model):
    """An amount that is offered, and what it makes possible, from a day on."""

    fund = ParentalKey(Fund, on_delete=models.CASCADE, related_name="meanings")
    amount_cents = models.PositiveIntegerField(
        _("amount in cents"),
        validators=[MinValueValidator(100)],
        help_text=_("2000 is 20 €."),
    )
    words = models.CharField(
        _("what it makes possible"), max_length=80, help_text=_("“10 kg of vegetables”.")
    )
    words_en = models.CharField(
        _("the same in English"),
        max_length=80,
        blank=True,
        help_text=_("For the English pages; without it they show the words beside."),
    )
    starts_on = models.DateField(_("holds from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = MeaningQuerySet.as_manager()

    panels = [
        FieldPanel("amount_cents"),
        FieldRowPanel([FieldPanel("words"), FieldPanel("words_en")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    class Meta:
        ordering: ClassVar[list[str]] = ["amount_cents", "pk"]
        verbose_name = _("meaning of an amount")
        verbose_name_plural = _("meanings of amounts")

    def words_in(self, language: str) -> str:
        """Return what it makes possible, in a language where somebody wrote it."""
        return self.words_en if language == "en" and self.words_en else self.words

    def __str__(self) -> str:
        return f"{self.amount_cents}: {self.words}"
