"""That an organisation was warned of the sum from which its accounts are published."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Organisation


class GiftWarning(models.Model):
    """One row for an organisation and a year: the row is the warning, so it is told once."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    sum_cents = models.PositiveBigIntegerField()
    warned_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "pk"]
        verbose_name = _("warning of a sum of gifts")
        verbose_name_plural = _("warnings of sums of gifts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_warning_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}: {self.sum_cents}"
