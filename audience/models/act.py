"""One received act, with how it ended."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from audience.enums import ActKind, Reason, Verdict
from audience.models.meter import Meter


class Act(models.Model):
    """A click, a view, a like: received once, judged once, never edited without a trace.

    `person` is a keyed hash (who acts twice is recognised, who it is is not), forgotten with
    `network` after three days. `nonce` is the token's: it makes a repeated request the same act,
    and is the address of the receipt. `number` counts the meter's counted acts; `gifts` says what
    each pledge gave for this act, as [[pledge, quantity]], in the pledge's unit.
    """

    meter = models.ForeignKey(Meter, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(_("kind"), max_length=8, choices=ActKind)
    day = models.DateField(_("day"))
    received_at = models.DateTimeField(_("received"))
    host = models.CharField(_("host"), max_length=24, blank=True)
    person = models.CharField(max_length=22, null=True)
    network = models.CharField(max_length=16, blank=True)
    nonce = models.CharField(max_length=22, null=True, unique=True)
    came_by = models.CharField(max_length=16, blank=True)
    film = models.CharField(max_length=24, blank=True)
    verdict = models.CharField(_("verdict"), max_length=9, choices=Verdict)
    reason = models.CharField(_("reason"), max_length=16, choices=Reason, blank=True)
    number = models.PositiveBigIntegerField(_("number"), null=True)
    gifts = models.JSONField(default=list)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meter", "person", "kind", "day", "host"],
                condition=models.Q(verdict=Verdict.COUNTED),
                name="one_counted_act_per_person",
            ),
            models.UniqueConstraint(fields=["meter", "number"], name="one_act_per_number"),
        ]
        indexes = [
            models.Index(fields=["network", "received_at"], name="acts_of_a_network"),
            models.Index(
                fields=["meter", "received_at"],
                condition=models.Q(verdict=Verdict.TO_VERIFY),
                name="acts_to_verify",
            ),
            # Those that are still to be forgotten: three days' worth, whatever the campaign's age.
            models.Index(
                fields=["received_at"],
                condition=models.Q(person__isnull=False),
                name="acts_with_a_person",
            ),
        ]
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number or self.get_verdict_display()}"
