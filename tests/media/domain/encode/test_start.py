"""A new version begins without disturbing the one that plays."""

import pytest

from media.domain.encode.start import add_job, start_encoding
from media.enums import EncodingState, JobKind, VideoState
from tests.media.domain.encode.conftest import waiting_jobs

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_it_numbers_versions_and_queues_the_probe(begin):
    encoding = begin()

    assert encoding.number == 1
    assert encoding.video.state == VideoState.UPLOADED
    assert [job.kind for job in waiting_jobs()] == [JobKind.PROBE]


def test_a_version_still_growing_is_given_up_for_the_next(begin, work):
    first = begin()
    second = start_encoding(first.video)

    first.refresh_from_db()
    assert first.state == EncodingState.RETIRED
    assert second.number == 2
    assert work(until="probe-0") == ["probe-0"]
    assert not first.jobs.filter(attempts__gt=0).exists()


def test_a_step_is_queued_once(begin):
    encoding = begin()

    add_job(encoding, JobKind.CHUNK, 3)
    add_job(encoding, JobKind.CHUNK, 3)

    assert [job.kind for job in waiting_jobs()].count(JobKind.CHUNK) == 1
