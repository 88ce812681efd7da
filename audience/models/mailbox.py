"""Links in mails that prove a mailbox, each good once."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

LINK_LASTS = timedelta(days=1)


class MailboxLink(models.Model):
    """One link in one mail, for `key` of a `purpose` that a higher room names.

    `about` is what of theirs the link leads to, if not to all of it. The address carries our
    signature, so the row holds nothing that opens anything.
    """

    purpose = models.CharField(max_length=20)
    key = models.CharField(max_length=24)
    about = models.CharField(max_length=24, default="")
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "key"], name="links_of_a_mailbox")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.key}: {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_good(self) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and timezone.now() - self.made_at <= LINK_LASTS
