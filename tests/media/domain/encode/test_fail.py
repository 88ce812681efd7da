"""Giving up a version tells why, cleans up, and leaves an older one playing."""

import pytest
from django.core.files.storage import storages

from media.domain.encode.fail import fail_encoding
from media.enums import EncodingState, JobState, VideoState
from media.errors import DamagedFile, EncoderFailed
from tests.media.domain.encode.growing import put

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_reason_is_kept_and_the_files_go(growing):
    put(growing, "360p/c0_0.m4s")
    job = growing.jobs.get()

    fail_encoding(job, DamagedFile("moov atom not found"))

    growing.refresh_from_db()
    job.refresh_from_db()
    assert (growing.state, growing.failure_code) == (EncodingState.FAILED, "MED-005")
    assert (job.state, job.log_tail) == (JobState.FAILED, "moov atom not found")
    assert growing.video.__class__.objects.get().state == VideoState.FAILED
    assert not storages["videos"].exists(growing.folder)


def test_a_version_that_played_while_it_grew_plays_no_more(growing):
    video = growing.video
    video.current = growing
    video.save()

    fail_encoding(growing.jobs.get(), EncoderFailed())

    video.refresh_from_db()
    assert (video.current, video.state) == (None, VideoState.FAILED)


def test_a_version_already_over_is_left_alone(growing):
    growing.state = EncodingState.READY
    growing.save()
    put(growing, "film.mp4")

    fail_encoding(growing.jobs.get(), EncoderFailed())

    growing.refresh_from_db()
    assert growing.state == EncodingState.READY
    assert storages["videos"].exists(f"{growing.folder}/film.mp4")
