"""From job rows to tasks, and who may work on a row.

A job row is the truth; a task only says "look at this row". Tasks may be doubled or lost: a row
is claimed by one conditional UPDATE, and the reaper enqueues what nobody looks at.
"""

import os
import secrets
import socket
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media.domain.encode.fail import fail_encoding
from media.enums import EncodingState, JobKind, JobState
from media.errors import WorkerDied
from media.models import EncodeJob
from media.tasks import run_encode_job

WORKER_ID = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
UNSEEN_AFTER_S = 60
_PRIORITIES = {
    JobKind.PROBE: 90,
    JobKind.COPY: 80,
    JobKind.PREVIEW: 70,
    JobKind.STILLS: 60,
    JobKind.AUDIO: 75,
    JobKind.FINISH: 65,
}


def enqueue(job: EncodeJob, run_after: datetime | None = None) -> None:
    """Ask a worker to look at `job`.

    Early chunks come before late ones, whoever's film it is: a film of two hours does not make
    a film of one minute wait.
    """
    priority = _PRIORITIES.get(JobKind(job.kind), max(-90, 50 - job.index))
    run_encode_job.using(priority=priority, run_after=run_after).enqueue(job.pk)


def claim(job_id: int) -> EncodeJob | None:
    """Take `job_id` for this worker, or return None when there is nothing to do."""
    now = timezone.now()
    taken = EncodeJob.objects.filter(
        pk=job_id,
        state=JobState.WAITING,
        queued_at__lte=now,
        encoding__state=EncodingState.GROWING,
    ).update(
        state=JobState.RUNNING,
        worker=WORKER_ID,
        attempts=F("attempts") + 1,
        started_at=now,
        leased_until=now + timedelta(seconds=settings.ENCODE_LEASE_S),
        percent=0,
    )
    if not taken:
        return None
    return EncodeJob.objects.select_related("encoding__video").get(pk=job_id)


def renew(job: EncodeJob, percent: int) -> bool:
    """Keep the lease of `job`, noting its progress. False: it is not ours any more, stop."""
    return bool(
        owned(job).update(
            leased_until=timezone.now() + timedelta(seconds=settings.ENCODE_LEASE_S),
            percent=percent,
        )
    )


def owned(job: EncodeJob) -> QuerySet[EncodeJob]:
    """Return the row of `job` as long as this very attempt still holds it."""
    return EncodeJob.objects.filter(
        pk=job.pk,
        state=JobState.RUNNING,
        worker=job.worker,
        attempts=job.attempts,
        encoding__state=EncodingState.GROWING,
    )


def put_back(job: EncodeJob, error_code: str, log_tail: str) -> None:
    """Let `job` be tried again, later each time."""
    delay_s = settings.ENCODE_BACKOFF_S * 2 ** (job.attempts - 1)
    run_after = timezone.now() + timedelta(seconds=delay_s)
    if owned(job).update(
        state=JobState.WAITING,
        worker="",
        leased_until=None,
        queued_at=run_after,
        error_code=error_code,
        log_tail=log_tail,
    ):
        enqueue(job, run_after)


def reap() -> int:
    """Give the jobs of dead workers to others; return how many were found.

    A job that killed its worker at each attempt fails for good: it must not block the queue.
    """
    now = timezone.now()
    found = 0
    lapsed = EncodeJob.objects.filter(state=JobState.RUNNING, leased_until__lt=now)
    for job in lapsed.select_related("encoding__video"):
        found += 1
        if job.attempts >= settings.ENCODE_ATTEMPTS:
            fail_encoding(job, WorkerDied("the worker died at each attempt"))
        elif EncodeJob.objects.filter(
            pk=job.pk, state=JobState.RUNNING, attempts=job.attempts, leased_until__lt=now
        ).update(state=JobState.WAITING, worker="", leased_until=None, queued_at=now):
            enqueue(job)
    return found + _enqueue_unseen(now)


def _enqueue_unseen(now: datetime) -> int:
    """Enqueue jobs whose task was lost: a worker died between taking the task and the row."""
    if DBTaskResult.objects.ready().filter(queue_name="encode").exists():
        return 0
    unseen = EncodeJob.objects.filter(
        state=JobState.WAITING,
        queued_at__lt=now - timedelta(seconds=UNSEEN_AFTER_S),
        encoding__state=EncodingState.GROWING,
    )
    for job in unseen:
        enqueue(job)
    return len(unseen)
