"""Begin a new version of a film."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from media.domain.encode.queue import enqueue
from media.enums import EncodingState, JobKind, VideoState
from media.models import EncodeJob, Encoding, Video


def start_encoding(video: Video) -> Encoding:
    """Queue a new version of `video` from its present source, and return it.

    A version that was still growing is given up: its jobs find that out and stop. The version
    that plays goes on playing until the new one is ready.
    """
    with transaction.atomic():
        locked = Video.objects.select_for_update().get(pk=video.pk)
        locked.encodings.filter(state=EncodingState.GROWING).exclude(pk=locked.current_id).update(
            state=EncodingState.RETIRED, finished_at=timezone.now()
        )
        last = locked.encodings.aggregate(last=Max("number"))["last"] or 0
        encoding = Encoding.objects.create(
            video=locked, number=last + 1, source_name=locked.file.name
        )
        if not locked.current_id:
            Video.objects.filter(pk=video.pk).update(state=VideoState.UPLOADED)
        Video.objects.filter(pk=video.pk).update(failure_code="")
        add_job(encoding, JobKind.PROBE)
    return encoding


def add_job(encoding: Encoding, kind: JobKind, index: int = 0) -> EncodeJob:
    """Create and enqueue one step, in the transaction of the caller."""
    job, is_new = EncodeJob.objects.get_or_create(
        encoding=encoding, kind=kind, index=index, defaults={"queued_at": timezone.now()}
    )
    if is_new:
        enqueue(job)
    return job
