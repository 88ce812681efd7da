"""A file on its way in, in pieces (tus 1.0)."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from media.models.video import Video


def new_upload_key() -> str:
    return secrets.token_urlsafe(18)


class Upload(models.Model):
    """An upload that may stop and go on. How much arrived is what the part file on disk holds.

    `collection_id` and `replaces` say what becomes of it: a new film in a collection, or the
    next source of an existing film.
    """

    key = models.CharField(max_length=24, unique=True, default=new_upload_key)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    filename = models.CharField(max_length=255)
    size_bytes = models.BigIntegerField()
    collection_id = models.BigIntegerField()
    replaces = models.ForeignKey(
        Video, null=True, on_delete=models.CASCADE, related_name="replacements"
    )
    video = models.ForeignKey(Video, null=True, on_delete=models.SET_NULL, related_name="uploads")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.filename
