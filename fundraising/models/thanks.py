"""Words of thanks from the owner of a collection page to those who gave."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.models.fundraiser import Fundraiser

LONGEST_THANKS = 500


class Thanks(models.Model):
    """One note. The gifts that it thanks for point to it, each to one at most."""

    fundraiser = models.ForeignKey(Fundraiser, on_delete=models.CASCADE, related_name="thanks")
    words = models.CharField(_("thanks"), max_length=LONGEST_THANKS)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("note of thanks")
        verbose_name_plural = _("notes of thanks")

    def __str__(self) -> str:
        return self.words
