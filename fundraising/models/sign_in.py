"""Links that open a supporter's pages, each once."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.models.fundraiser import Fundraiser
from fundraising.models.supporter import Supporter

LINK_LASTS = timedelta(days=1)


class SignIn(models.Model):
    """One link in one mail. `fundraiser` is where it leads, if not to all pages of its supporter.

    The address carries our signature, so the row holds nothing that opens a page.
    """

    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="links")
    fundraiser = models.ForeignKey(Fundraiser, null=True, on_delete=models.CASCADE)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("link to sign in")
        verbose_name_plural = _("links to sign in")

    def __str__(self) -> str:
        return f"{self.supporter_id}: {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_good(self) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and timezone.now() - self.made_at <= LINK_LASTS
