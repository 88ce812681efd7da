"""Words that moderators need again and again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from qa.enums import PreparedFor


class PreparedWords(models.Model):
    """A note to an author or an answer, ready to be chosen and changed on the desk."""

    purpose = models.CharField(
        _("for"), max_length=6, choices=PreparedFor, default=PreparedFor.NOTE
    )
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default="fr"
    )
    title = models.CharField(_("title"), max_length=60)
    words = models.TextField(_("words"), max_length=2_000)

    class Meta:
        ordering: ClassVar[list[str]] = ["purpose", "title"]
        verbose_name = _("prepared words")
        verbose_name_plural = _("prepared words")

    def __str__(self) -> str:
        return self.title
