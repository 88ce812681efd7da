"""The outbox: mails that wait to be sent, each once."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from audience.enums import MailState
from audience.models.following import Subscription


class MailQuerySet(models.QuerySet):
    def due(self, now: datetime) -> "MailQuerySet":
        """Mails to send at `now`, those that wait longest first."""
        return self.filter(state=MailState.WAITING, due_at__lte=now).order_by("due_at", "pk")

    def stuck(self, now: datetime, patience: timedelta) -> "MailQuerySet":
        """Mails whose sender has died while it handed them over."""
        return self.filter(state=MailState.SENDING, claimed_at__lt=now - patience)


class Mail(models.Model):
    """One mail on one occasion to one address: the row is the mail's only chance to be sent.

    It is written in the transaction of what it tells: both are kept or neither. `occasion` names
    who writes it (`audience.letters`), `about` what about. A follower's mail has its subscription.
    """

    subscription = models.ForeignKey(
        Subscription, null=True, on_delete=models.CASCADE, related_name="mails"
    )
    occasion = models.CharField(max_length=16)
    about = models.CharField(max_length=40)
    # Copied, so that who follows a campaign and its sponsor is told once of what happens to both.
    email = models.EmailField()
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    state = models.CharField(max_length=8, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["occasion", "about", "email"], name="told_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(state=MailState.WAITING),
                name="mails_that_wait",
            )
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.about}: {self.get_state_display()}"


class MailSlot(models.Model):
    """One of the few mails that somebody may set off in a day; `who` is a hash of the day's key."""

    who = models.CharField(max_length=22)
    day = models.DateField()
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["who", "day", "number"], name="one_mail_per_slot")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.number}"
