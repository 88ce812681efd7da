"""Words that hold a text for the team, and what they have caught."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qa.enums import StopMode


class StopList(models.Model):
    """Some words, one a line. A list that only observes shows what it would hold.

    `*` at the end of a word stands for any end of it.
    """

    name = models.CharField(_("name"), max_length=60, unique=True)
    words = models.TextField(
        _("words"),
        help_text=_(
            "One word or phrase a line. Case, accents and look-alike letters do not matter; a * at "
            "the end stands for any ending."
        ),
    )
    mode = models.CharField(
        _("what it does"),
        max_length=7,
        choices=StopMode,
        default=StopMode.OBSERVE,
        help_text=_("Let a new list observe for a few days: you see what it would have held."),
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        verbose_name = _("stop list")
        verbose_name_plural = _("stop lists")

    def __str__(self) -> str:
        return self.name

    @property
    def caught_words(self) -> str:
        """The words it found most often, with how often."""
        found = self.matches.values("word").annotate(times=models.Count("pk"))
        return ", ".join(f"{one['word']} ({one['times']})" for one in found.order_by("-times")[:5])


class StopMatch(models.Model):
    """That a text held a word of a list."""

    stop_list = models.ForeignKey(StopList, on_delete=models.CASCADE, related_name="matches")
    word = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)
    subject_id = models.PositiveBigIntegerField()
    matched_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "subject_id"], name="matches_of_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.word} ({self.stop_list_id})"
