"""What has become of a pledge, told once."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.enums import NewsEvent
from campaigns.models.ledger import Delivery
from campaigns.models.pledge import Milestone, Pledge


class Announcement(models.Model):
    """One piece of news: written in the transaction that makes it true, never changed.

    `mark` tells events of a kind apart (the milestone, the delivery); `quantity` is what the event
    is about, in the pledge's unit, as it was then. `told_at`: when its mails were written down.
    """

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="announcements")
    event = models.CharField(_("event"), max_length=9, choices=NewsEvent)
    mark = models.CharField(max_length=24, blank=True)
    milestone = models.ForeignKey(
        Milestone, null=True, on_delete=models.PROTECT, related_name="announcements"
    )
    delivery = models.ForeignKey(
        Delivery, null=True, on_delete=models.PROTECT, related_name="announcements"
    )
    quantity = models.PositiveBigIntegerField(_("quantity"))
    happened_at = models.DateTimeField(_("happened"))
    told_at = models.DateTimeField(_("told"), null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-happened_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pledge", "event", "mark"], name="announced_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"], condition=models.Q(told_at=None), name="announcements_not_told"
            )
        ]
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")

    def __str__(self) -> str:
        return f"{self.pledge}: {self.get_event_display()}"
