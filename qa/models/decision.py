"""Every change that was decided about a public text: who, why, before, after. For ever."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qa.enums import Action, RefusalReason


class DecisionIsForEver(Exception):
    """A decision was to be changed or deleted."""


class Decision(models.Model):
    """One change of one text, which made its version `version`.

    No user: the author did it, or a rule of the site. One text has one decision per version, so of
    two people who decide at the same instant one wins.
    """

    kind = models.CharField(max_length=12)
    subject_id = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField()
    action = models.CharField(_("action"), max_length=8, choices=Action)
    reason = models.CharField(_("reason"), max_length=13, choices=RefusalReason, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    before = models.JSONField()
    after = models.JSONField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "subject_id", "version"], name="one_decision_a_version"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["decided_at"], name="decisions_by_time"),
        ]
        permissions = (
            ("sort_text", "Can label, star and assign questions and comments"),
            ("moderate_text", "Can show, decline, edit and merge questions and comments"),
            (
                "lead_moderation",
                "Can exclude votes, keep stop lists and undo colleagues' decisions",
            ),
            ("present_question", "Can make questions ready, put them on air and answer them"),
            ("remove_text", "Can remove texts by law and bring them back"),
        )

    def __str__(self) -> str:
        return f"{self.get_action_display()} — {self.note or self.get_reason_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise DecisionIsForEver
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise DecisionIsForEver
