"""Pictures of pages that networks show."""

from django.db import models
from django.utils import timezone


class ShareCard(models.Model):
    """That a card was drawn for a page. The newest one is shown; shared ones keep their address.

    `digest` names the file after all that the card shows, so other facts make another file.
    """

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=24)
    digest = models.CharField(max_length=20)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "digest"], name="one_card_per_facts")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.digest}"

    @property
    def file_name(self) -> str:
        """Its name in the storage of the site."""
        return file_name_of(self.digest)


def file_name_of(digest: str) -> str:
    """Return the name of the file of the card `digest`."""
    return f"cards/{digest}.png"
