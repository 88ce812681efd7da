"""What counted and was taken back: for all to see, and never by an edit."""

from typing import ClassVar

from django.db import models

from audience.enums import ActKind
from audience.models.meter import Meter


class ActCorrection(models.Model):
    """That the counted acts of one origin and day count no more.

    Their rows stay as they are, with their numbers; every total follows the correction: so many
    acts less are counted, and so many more refused (`Reason.REVOKED`).
    """

    meter = models.ForeignKey(Meter, on_delete=models.PROTECT, related_name="corrections")
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=ActKind)
    host = models.CharField(max_length=24)
    acts = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meter", "day", "kind", "host"], name="taken_back_once")
        ]

    def __str__(self) -> str:
        return f"{self.host} {self.day} −{self.acts}"
