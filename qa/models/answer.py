"""Answers to questions: written, at a film's second, or live."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Organisation
from media.timecode import format_timecode
from qa.enums import AnswerKind
from qa.models.question import Question


class Answer(models.Model):
    """One official answer to a question.

    `spoken_by` and `spoken_for` are as they were on that day: people change functions, answers
    stay. An answer in a film says at which second; where a live one is, the replay knows
    (`qa.answer_places`).
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(_("kind"), max_length=4, choices=AnswerKind, default=AnswerKind.TEXT)
    text = models.TextField(_("answer"), blank=True)
    film = models.ForeignKey(
        "media.Video",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("film"),
    )
    starts_at_s = models.PositiveIntegerField(_("second"), null=True, blank=True)
    spoken_by = models.CharField(_("who answers"), max_length=200, blank=True)
    spoken_for = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["given_at", "pk"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    @property
    def second_written(self) -> str:
        """The second of the film, as people write it."""
        return format_timecode(self.starts_at_s or 0)

    def __str__(self) -> str:
        return self.text[:80] or self.get_kind_display()
