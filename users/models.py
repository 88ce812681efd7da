"""The people who log in: the team. Viewers need no account."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class User(AbstractUser):
    """A member of the team. Ours from the first migration, so that it can grow fields later."""


class Charge(models.Model):
    """Who takes care of one thing that waits in the inbox; nobody, once it was given back.

    `kind` is the inbox source's, `key` what the source calls the thing. Sources that keep their
    owners themselves have none.
    """

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=40)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="charges"
    )
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_charge_a_thing")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.owner or '–'}"
