"""Links with which sponsors read the report of what they paid for, without an account."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.models import Meter
from campaigns.models.organisation import Organisation


def new_report_key() -> str:
    """Return the part of a report's address that cannot be guessed."""
    return secrets.token_urlsafe(16)


class SponsorReportLink(models.Model):
    """That a sponsor may read the report of a campaign until a day, or until it is revoked.

    The address holds `key` with our signature: who reads the database alone cannot open reports.
    """

    key = models.CharField(max_length=22, unique=True, default=new_report_key, editable=False)
    meter = models.ForeignKey(Meter, on_delete=models.CASCADE, related_name="report_links")
    sponsor = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="report_links",
        verbose_name=_("sponsor"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("link of a sponsor to a report")
        verbose_name_plural = _("links of sponsors to reports")

    def __str__(self) -> str:
        return f"{self.sponsor}, {self.meter}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be used."""
        return self.revoked_at is None and timezone.now() < self.expires_at
