"""What is kept for each day: how many acts, and the key that hides who they came from."""

import secrets

from django.db import models

from audience.enums import ActKind, Reason, Verdict
from audience.models.meter import Meter


class DailyTotal(models.Model):
    """How many acts of a kind ended so on a day, for each site that hosts the widget."""

    meter = models.ForeignKey(Meter, on_delete=models.CASCADE, related_name="daily_totals")
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=ActKind)
    host = models.CharField(max_length=24, blank=True)
    verdict = models.CharField(max_length=9, choices=Verdict)
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meter", "day", "kind", "host", "verdict", "reason"],
                name="one_total_per_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind} {self.verdict} {self.reason}: {self.count}"


def new_daily_secret() -> bytes:
    return secrets.token_bytes(32)


class DailyKey(models.Model):
    """The key of one day's hashes. Destroyed soon after, so that no hash can be made again."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32, default=new_daily_secret)

    def __str__(self) -> str:
        return str(self.day)
