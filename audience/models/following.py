"""Who wants to hear what becomes of something."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.enums import SubscriptionState


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
