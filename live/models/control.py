"""What the control room keeps of a run: commands, its queue, words to the presenter, presence."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from live.enums import Verb
from live.models.run import Run

LONGEST_MESSAGE = 240
LONGEST_GUEST = 80


class CommandIsForEver(Exception):
    """A command was to be changed or deleted."""


class RunCommand(models.Model):
    """One command that changed a run and made its version `version`. For ever.

    A run has one command per version, so of two people who command at the same instant one wins,
    and the other reads who and what. After a crash the rows are as the last command left them.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="commands")
    version = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=16, choices=Verb)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["run", "version"]
        verbose_name = _("command")
        verbose_name_plural = _("commands")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["run", "version"], name="one_command_a_version")
        ]
        permissions = (
            ("operate_run", "Can run live programmes from the control room"),
            ("watch_run", "Can see the control room without touching anything"),
        )

    def __str__(self) -> str:
        return f"{self.version}: {self.get_verb_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise CommandIsForEver
        super().save(*args, **kwargs)


class QueuedQuestion(models.Model):
    """A question made ready for a run, in the order in which it was, and for which guest."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="queue")
    question = models.ForeignKey("qa.Question", on_delete=models.CASCADE, related_name="+")
    guest = models.CharField(max_length=LONGEST_GUEST, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["added_at", "pk"]
        verbose_name = _("question made ready")
        verbose_name_plural = _("questions made ready")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["run", "question"], name="queued_once_per_run")
        ]

    def __str__(self) -> str:
        return str(self.question)


class PresenterMessage(models.Model):
    """Some words from the control room to the presenter, who says when they were seen."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="messages")
    text = models.CharField(max_length=LONGEST_MESSAGE)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-sent_at", "-pk"]
        verbose_name = _("message to the presenter")
        verbose_name_plural = _("messages to the presenter")

    def __str__(self) -> str:
        return self.text


class PresenterLink(models.Model):
    """A private address of the presenter's view. What opens it is kept as a digest only."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="presenter_links")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]
        verbose_name = _("presenter’s link")
        verbose_name_plural = _("presenter’s links")

    def __str__(self) -> str:
        return f"{self.run} → {self.expires_at:%H:%M}"


class RunPresence(models.Model):
    """Who of the team has the control room of a run open, since a moment ago."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="present")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["run", "user"], name="present_once_per_run")
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.run_id}"
