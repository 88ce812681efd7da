"""Somebody says that a public text should not be there (notice and action, DSA article 16)."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qa.enums import NoticeGround, NoticeState
from qa.models.keys import new_key


class Notice(models.Model):
    """A notice about one public text, with its receipt and what was decided.

    The key is the sender's private address. It is made when the form is shown, so a form that is
    sent twice makes one row.
    """

    key = models.CharField(max_length=22, unique=True, default=new_key)
    kind = models.CharField(max_length=12)
    subject_id = models.PositiveBigIntegerField()
    # As it was: a text can be edited or removed while its notice waits.
    words = models.TextField()
    ground = models.CharField(_("what is wrong"), max_length=10, choices=NoticeGround)
    explanation = models.TextField(_("explanation"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(max_length=10, default="fr")
    filed_at = models.DateTimeField(_("filed"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=9, choices=NoticeState, default=NoticeState.WAITING
    )
    version = models.PositiveIntegerField(default=0)
    answer = models.TextField(_("reason of the decision"), blank=True)
    redress = models.TextField(_("objection"), blank=True)
    redress_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["filed_at", "pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "subject_id"], name="notices_of_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()} {self.words[:80]}"
