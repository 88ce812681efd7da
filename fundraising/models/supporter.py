"""Who opens collection pages: an e-mail address, proved by a link, and no password."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Supporter(models.Model):
    """Somebody who collects. Whoever reads the mailbox is the supporter.

    `sessions_version` stands in each session: raised by one, it ends all of them.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    sessions_version = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    proved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")

    def __str__(self) -> str:
        return self.email
