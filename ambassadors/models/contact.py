"""What the team noted about somebody who brings people: last contact and what was said."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_NOTE = 600


class LeaderKind(models.TextChoices):
    """Who brings people: under an alias, or with the widget on a site."""

    AMBASSADOR = "ambassador", _("ambassador")
    HOST = "host", _("widget host")


class Contact(models.Model):
    """One contact with a leader, on a day. Only the team reads it; it goes when they leave."""

    kind = models.CharField(max_length=10, choices=LeaderKind)
    subject_id = models.PositiveBigIntegerField()
    contacted_on = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=LONGEST_NOTE)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-contacted_on", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["kind", "subject_id", "-contacted_on"], name="contacts_of_a_leader"
            )
        ]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return f"{self.contacted_on}: {self.note[:40]}"
