"""Every kind of job has its step, and each means something for the film."""

import pytest

from media.domain.encode.steps import STEPS, apply
from media.enums import JobKind

pytestmark = pytest.mark.django_db


def test_every_kind_of_job_has_a_step():
    assert set(STEPS) == set(JobKind)


def test_what_the_probe_found_is_written_on_the_film(growing, two_chunk_plan):
    facts = two_chunk_plan["facts"] | {"is_partial": True}
    result = {"facts": facts, "plan": two_chunk_plan, "sha256": "ab" * 32, "size_bytes": 12}

    apply(growing, JobKind.PROBE, result)

    video = growing.video
    video.refresh_from_db()
    assert (video.type, video.width, video.height) == ("video", 640, 480)
    assert video.duration == 16
    assert video.is_partial
    assert (video.sha256, video.size_bytes) == ("ab" * 32, 12)


def test_what_the_stills_gave_is_written_on_the_version(growing):
    result = {"posters": [{"name": "poster-1.jpg"}], "has_storyboard": True, "has_peaks": False}

    apply(growing, JobKind.STILLS, result)

    growing.refresh_from_db()
    assert (growing.poster_count, growing.has_storyboard, growing.has_peaks) == (1, True, False)


def test_a_film_with_few_frames_shows_one_that_exists(growing):
    result = {"posters": [{"name": "poster-1.jpg"}], "has_storyboard": False, "has_peaks": False}

    apply(growing, JobKind.STILLS, result)

    growing.video.refresh_from_db()
    assert growing.video.poster_choice == 1
