"""Who works on a job: one worker at a time, and never nobody for long."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media.domain.encode.queue import claim, owned, put_back, reap, renew
from media.enums import EncodingState, JobState
from media.models import EncodeJob
from tests.media.domain.encode.conftest import waiting_jobs

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def let_lease_lapse(job):
    EncodeJob.objects.filter(pk=job.pk).update(leased_until=timezone.now() - timedelta(seconds=1))


def test_a_job_is_claimed_once(begin):
    encoding = begin()
    job = encoding.jobs.get()

    assert claim(job.pk).attempts == 1
    assert claim(job.pk) is None


def test_a_lease_is_renewed_while_it_is_ours(begin):
    job = claim(begin().jobs.get().pk)
    let_lease_lapse(job)

    assert renew(job, 40)

    job.refresh_from_db()
    assert job.leased_until > timezone.now()
    assert job.percent == 40


def test_a_worker_that_was_presumed_dead_finds_its_lease_gone(begin):
    job = claim(begin().jobs.get().pk)
    let_lease_lapse(job)
    reap()
    claim(job.pk)

    assert not renew(job, 50)
    assert not owned(job).exists()


def test_the_reaper_gives_the_job_of_a_dead_worker_to_another(begin):
    job = claim(begin().jobs.get().pk)
    DBTaskResult.objects.all().delete()
    let_lease_lapse(job)

    assert reap() == 1

    job.refresh_from_db()
    assert (job.state, job.worker) == (JobState.WAITING, "")
    assert waiting_jobs() == [job]


def test_the_reaper_leaves_a_living_worker_alone(begin):
    job = claim(begin().jobs.get().pk)

    assert reap() == 0

    job.refresh_from_db()
    assert job.state == JobState.RUNNING


def test_a_job_that_kills_its_workers_is_given_up(begin, settings):
    encoding = begin()
    for _ in range(settings.ENCODE_ATTEMPTS):
        let_lease_lapse(claim(encoding.jobs.get().pk))
        reap()

    encoding.refresh_from_db()
    assert encoding.state == EncodingState.FAILED
    assert encoding.failure_code == "MED-026"
    assert reap() == 0


def test_a_job_whose_task_was_lost_is_enqueued_again(begin):
    job = begin().jobs.get()
    DBTaskResult.objects.all().delete()
    EncodeJob.objects.update(queued_at=timezone.now() - timedelta(seconds=61))

    assert reap() == 1
    assert waiting_jobs() == [job]


def test_a_job_put_back_waits_longer_each_time(begin, settings):
    job = begin().jobs.get()
    waits = []
    for _ in range(2):
        EncodeJob.objects.update(queued_at=timezone.now())
        put_back(claim(job.pk), "MED-022", "boom")
        job.refresh_from_db()
        waits.append(job.queued_at - timezone.now())

    assert waits[0] == pytest.approx(timedelta(seconds=settings.ENCODE_BACKOFF_S), abs=SECOND)
    assert waits[1] == pytest.approx(timedelta(seconds=2 * settings.ENCODE_BACKOFF_S), abs=SECOND)
    assert claim(job.pk) is None


SECOND = timedelta(seconds=1)


def test_a_long_film_does_not_make_a_short_one_wait(begin, work, tmp_path):
    from tests.media import clips

    begin(clips.film(tmp_path, duration_s=60, size="160x120", rate="10"))
    work(until="probe-0")
    short = begin()
    work(until="probe-0")

    order = [(job.encoding_id == short.pk, job.kind, job.index) for job in waiting_jobs()]
    chunks = [is_short for is_short, kind, _ in order if kind == "chunk"]
    assert chunks.index(True) < 2
