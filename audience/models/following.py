"""Who wants to hear what becomes of something, and the mails that tell them."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.enums import MailState, SubscriptionState


class Subscription(models.Model):
    """That an e-mail address follows a subject (`audience.subjects`): a campaign, a sponsor.

    An address is written in small letters, so that it follows a subject once. The links in mails
    are signed, not stored. Rows that wait or have ended are forgotten after a while.
    """

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=32)
    email = models.EmailField(_("e-mail"))
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    state = models.CharField(
        max_length=9, choices=SubscriptionState, default=SubscriptionState.WAITING
    )
    created_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key", "email"], name="followed_once")
        ]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.get_state_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)


class FollowerMailQuerySet(models.QuerySet):
    def due(self, now: datetime) -> "FollowerMailQuerySet":
        """Mails to send at `now`, those that wait longest first."""
        return self.filter(state=MailState.WAITING, due_at__lte=now).order_by("due_at", "pk")

    def stuck(self, now: datetime, patience: timedelta) -> "FollowerMailQuerySet":
        """Mails whose sender has died while it handed them over."""
        return self.filter(state=MailState.SENDING, claimed_at__lt=now - patience)


class FollowerMail(models.Model):
    """One mail on one occasion to one address: the row is the mail's only chance to be sent.

    `occasion` names who writes it (`audience.letters`), `about` what about.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="mails")
    occasion = models.CharField(max_length=16)
    about = models.CharField(max_length=40)
    # Copied, so that who follows a campaign and its sponsor is told once of what happens to both.
    email = models.EmailField()
    state = models.CharField(max_length=8, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = FollowerMailQuerySet.as_manager()

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
