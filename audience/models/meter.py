"""The thing that acts are counted for."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_meter_key() -> str:
    """Return a name that cannot be guessed: it stands in addresses."""
    return secrets.token_hex(8)


class Meter(models.Model):
    """One count: a campaign's, in all its languages.

    The totals here and in `DailyTotal` are derived: they are written in the transaction that
    writes the acts, under a lock on this row, and `recount` makes them anew from the acts.
    `taken_back` of the refused ones had counted before (`ActCorrection`), and keep their numbers.
    """

    key = models.CharField(max_length=16, unique=True, default=new_meter_key, editable=False)
    name = models.CharField(_("name"), max_length=255)
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    counted = models.PositiveBigIntegerField(default=0, editable=False)
    refused = models.PositiveBigIntegerField(default=0, editable=False)
    to_verify = models.PositiveBigIntegerField(default=0, editable=False)
    taken_back = models.PositiveBigIntegerField(default=0, editable=False)
    # Grows with each change of the public state: a snapshot names the one it shows.
    version = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("meter")
        verbose_name_plural = _("meters")

    def __str__(self) -> str:
        return self.name

    @property
    def last_number(self) -> int:
        """The number of the act that was counted last."""
        return self.counted + self.taken_back

    @property
    def received(self) -> int:
        return self.counted + self.refused + self.to_verify
