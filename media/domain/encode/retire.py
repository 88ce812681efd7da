"""Remove the files of versions that nobody plays any more."""

from datetime import timedelta

from django.utils import timezone

from media.enums import EncodingState
from media.gateways import film_store
from media.models import Encoding, Video

# A viewer who began with the old version may still be in its last minutes.
KEPT_AFTER_REPLACED = timedelta(hours=3)


def sweep_encodings() -> int:
    """Delete versions replaced more than three hours ago; return how many."""
    swept = 0
    old = Encoding.objects.filter(
        state=EncodingState.RETIRED,
        finished_at__lt=timezone.now() - KEPT_AFTER_REPLACED,
    ).exclude(pk__in=Video.objects.filter(current__isnull=False).values("current_id"))
    for encoding in old.select_related("video"):
        film_store.delete_folder(encoding.folder)
        encoding.delete()
        swept += 1
    return swept
