"""Somebody says that a public text should not be there (notice and action, DSA article 16)."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qa.enums import NoticeGround, NoticeState
from qa.models.keys import new_key


def _user() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class NoticeQuerySet(models.QuerySet):
    """Notices by where they stand."""

    def open(self) -> "NoticeQuerySet":
        """Keep what somebody has to decide about: new ones, and objections."""
        return self.filter(
            models.Q(state=NoticeState.WAITING)
            | models.Q(redress_at__isnull=False, redress_ended_at=None)
        )


class Notice(models.Model):
    """A notice about one public text, with its receipt and what was decided.

    The key is the sender's private address. It is made when the form is shown, so a form that is
    sent twice makes one row. `redress` is the sender's objection to the decision; it is decided
    about once, and by another person where there is one.
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
    decided_by = _user()
    redress_answer = models.TextField(_("reason of the second decision"), blank=True)
    redress_ended_at = models.DateTimeField(null=True)
    redress_by = _user()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["filed_at", "pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "subject_id"], name="notices_of_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()} {self.words[:80]}"

    def get_absolute_url(self) -> str:
        """Return the sender's private address."""
        return reverse("notice", args=[self.key])

    @property
    def is_waiting(self) -> bool:
        """Whether nothing was decided yet."""
        return self.state == NoticeState.WAITING

    @property
    def is_objected(self) -> bool:
        """Whether an objection waits for the second decision."""
        return self.redress_at is not None and self.redress_ended_at is None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide about it."""
        return self.is_waiting or self.is_objected

    @property
    def waits_since(self) -> datetime:
        """When what waits, or waited last, came in."""
        return self.redress_at or self.filed_at
