"""Give up a version of a film, and say why."""

import logging

from django.db import transaction
from django.utils import timezone

from media.enums import EncodingState, JobState, VideoState
from media.errors import MediaError
from media.gateways import film_store
from media.models import EncodeJob, Encoding, Video

logger = logging.getLogger("media.encode")


def fail_encoding(job: EncodeJob, error: MediaError) -> None:
    """Mark `job` and its version as failed with the code of `error`, and remove its files.

    A film that had an older version goes on playing it.
    """
    encoding = job.encoding
    now = timezone.now()
    with transaction.atomic():
        failed = Encoding.objects.filter(pk=encoding.pk, state=EncodingState.GROWING).update(
            state=EncodingState.FAILED, failure_code=error.code, finished_at=now
        )
        if not failed:
            return
        EncodeJob.objects.filter(pk=job.pk).update(
            state=JobState.FAILED,
            error_code=error.code,
            log_tail=error.detail[-4000:],
            finished_at=now,
        )
        video = Video.objects.select_for_update().get(pk=encoding.video_id)
        if video.current_id == encoding.pk:
            video.current = None
        video.state = VideoState.READY if video.current_id else VideoState.FAILED
        video.failure_code = error.code
        video.save(update_fields=["current", "state", "failure_code"])
    film_store.delete_folder(encoding.folder)
    logger.warning("film %s v%s failed: %s", encoding.video_id, encoding.number, error.code)
