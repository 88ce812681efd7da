"""Do one step of an encoding."""

import logging
import traceback
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from media.domain.encode import steps
from media.domain.encode.fail import fail_encoding
from media.domain.encode.lease import Lease
from media.domain.encode.manifests import refresh_manifests
from media.domain.encode.progress import add_following_jobs, refresh_percent
from media.domain.encode.queue import claim, owned, put_back
from media.enums import EncodingState, JobKind, JobState
from media.errors import EncoderFailed, MediaError, Stopped
from media.gateways import film_store
from media.models import EncodeJob, Encoding

logger = logging.getLogger("media.encode")


def run_job(job_id: int) -> bool:
    """Claim the job `job_id`, do it and record it. False when there was nothing to do.

    Errors of the file fail the film at once; others are tried again, a bounded number of times.
    """
    job = claim(job_id)
    if job is None:
        return False
    step: Callable[[steps.Work], dict] = steps.STEPS[JobKind(job.kind)]
    try:
        with (
            film_store.scratch(f"job-{job.pk}") as folder,
            film_store.local_source(job.encoding.source_name) as source,
        ):
            result = step(steps.Work(job=job, source=source, folder=folder, lease=Lease(job)))
        _record(job, result)
    except Stopped:
        logger.info("%s: lease lost, left to another worker", job)
    except MediaError as error:
        _fail_or_retry(job, error)
    except Exception as error:  # a fault of ours must not leave the row running
        logger.exception("%s: unexpected error", job)
        _fail_or_retry(job, EncoderFailed("".join(traceback.format_exception(error))))
    return True


def _record(job: EncodeJob, result: dict) -> None:
    """Write the result of `job` and what follows from it, in one transaction."""
    with transaction.atomic():
        encoding = (
            Encoding.objects.select_for_update(of=("self",))
            .select_related("video")
            .get(pk=job.encoding_id)
        )
        recorded = owned(job).update(
            state=JobState.DONE,
            percent=100,
            result=result,
            leased_until=None,
            finished_at=timezone.now(),
        )
        if not recorded:
            return
        steps.apply(encoding, JobKind(job.kind), result)
        if encoding.state == EncodingState.GROWING:
            add_following_jobs(encoding)
            refresh_manifests(encoding)
            refresh_percent(encoding)


def _fail_or_retry(job: EncodeJob, error: MediaError) -> None:
    if job.encoding.state != EncodingState.GROWING:
        return
    if error.is_final or job.attempts >= settings.ENCODE_ATTEMPTS:
        fail_encoding(job, error)
    else:
        logger.warning("%s: attempt %s failed (%s)", job, job.attempts, error.code)
        with transaction.atomic():
            put_back(job, error.code, error.detail[-4000:])
