"""What follows a step, and how far a version is."""

import pytest

from media.domain.encode.progress import add_following_jobs, refresh_percent
from media.enums import JobKind, JobState
from media.models import EncodeJob

pytestmark = pytest.mark.django_db


def steps(encoding):
    return sorted((job.kind, job.index) for job in encoding.jobs.exclude(kind=JobKind.PROBE))


def test_after_the_probe_everything_but_the_end_may_start(growing):
    add_following_jobs(growing)

    assert steps(growing) == [
        ("audio", 0),
        ("chunk", 0),
        ("chunk", 1),
        ("preview", 0),
        ("preview", 1),
        ("stills", 0),
    ]


def test_the_end_starts_when_all_the_rest_is_done(growing):
    add_following_jobs(growing)
    last = growing.jobs.get(kind=JobKind.CHUNK, index=1)
    growing.jobs.exclude(pk=last.pk).update(state=JobState.DONE)
    add_following_jobs(growing)
    assert not growing.jobs.filter(kind=JobKind.FINISH).exists()

    EncodeJob.objects.filter(pk=last.pk).update(state=JobState.DONE)
    add_following_jobs(growing)
    add_following_jobs(growing)

    assert growing.jobs.filter(kind=JobKind.FINISH).count() == 1


def test_the_percentage_only_grows_and_ends_at_a_hundred(growing):
    add_following_jobs(growing)
    seen = []
    for job in growing.jobs.exclude(kind=JobKind.PROBE).order_by("pk"):
        EncodeJob.objects.filter(pk=job.pk).update(percent=100, state=JobState.DONE)
        refresh_percent(growing)
        growing.refresh_from_db()
        seen.append(growing.percent)
    add_following_jobs(growing)
    growing.jobs.filter(kind=JobKind.FINISH).update(percent=100)
    refresh_percent(growing)
    growing.refresh_from_db()

    assert seen == sorted(seen)
    assert seen[-1] < growing.percent == 100
