"""Presses on the button that leads to an association's own donation page."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fundraising.models.fundraiser import Fundraiser
from qa.models.keys import new_key


class LinkPress(models.Model):
    """One press, once a form: `key` is its ticket's. Nothing of who pressed is kept."""

    key = models.CharField(max_length=22, unique=True, default=new_key)
    fundraiser = models.ForeignKey(Fundraiser, on_delete=models.CASCADE, related_name="presses")
    pressed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("press on a donation link")
        verbose_name_plural = _("presses on donation links")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["fundraiser", "pressed_at"], name="presses_of_a_page"),
        ]

    def __str__(self) -> str:
        return f"{self.fundraiser}: {self.pressed_at:%Y-%m-%d}"
