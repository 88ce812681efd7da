"""A film goes through all its steps, and what goes wrong on the way is told and bounded."""

import pytest
from django.core.files.storage import storages

from media.domain.encode.run import run_job
from media.domain.encode.start import start_encoding
from media.enums import EncodingState, JobState, VideoState
from media.models import EncodeJob
from tests.media import clips

pytestmark = pytest.mark.django_db


def published(encoding, name):
    with storages["videos"].open(f"{encoding.folder}/{name}") as file:
        return file.read().decode()


@pytest.mark.databases
def test_a_film_is_encoded_and_plays(begin, work):
    encoding = begin()

    steps = work()

    encoding.refresh_from_db()
    video = encoding.video
    video.refresh_from_db()
    assert steps[0] == "probe-0"
    assert steps[-1] == "finish-0"
    assert {"copy-0", "audio-0", "stills-0", "chunk-0", "chunk-1"} <= set(steps)
    assert encoding.state == EncodingState.READY
    assert encoding.percent == 100
    assert (video.state, video.current) == (VideoState.READY, encoding)
    assert video.duration == pytest.approx(13, abs=0.1)
    assert (video.width, video.height) == (640, 480)
    assert len(video.sha256) == 64
    assert [r.name for r in encoding.renditions.exclude(name="audio")] == ["480p", "360p"]
    master = published(encoding, "master.m3u8")
    assert master.count("#EXT-X-STREAM-INF") == 2
    assert "TYPE=AUDIO" in master
    assert "#EXT-X-ENDLIST" in published(encoding, "360p/index.m3u8")
    assert storages["videos"].size(f"{encoding.folder}/{encoding.mp4_name}") > 10_000


def test_it_can_be_watched_long_before_it_is_complete(begin, work):
    encoding = begin()

    work(until="copy-0")

    encoding.refresh_from_db()
    encoding.video.refresh_from_db()
    assert encoding.mp4_name == "film-source.mp4"
    assert encoding.video.current == encoding
    assert encoding.video.state == VideoState.ENCODING
    work(until="audio-0")
    assert "copy/index.m3u8" in published(encoding, "master.m3u8")
    assert encoding.jobs.filter(kind="chunk", state=JobState.DONE).count() == 0


def test_a_source_that_browsers_cannot_play_starts_with_its_smallest_quality(begin, work, tmp_path):
    source = clips.film(
        tmp_path, "film.mkv", duration_s=9, size="640x480", codec=("-c:v", "mpeg4", "-q:v", "4")
    )
    encoding = begin(source)

    steps = work(until="preview-0")

    assert "chunk-0" not in steps
    manifest = published(encoding, "360p/index.m3u8")
    assert "#EXT-X-PLAYLIST-TYPE:EVENT" in manifest
    assert "#EXT-X-ENDLIST" not in manifest
    work()
    encoding.refresh_from_db()
    assert encoding.state == EncodingState.READY


def test_a_sound_alone_is_encoded(begin, work, tmp_path):
    encoding = begin(clips.sound_only(tmp_path, "sound.wav", "-c:a", "pcm_s16le"))

    work()

    encoding.refresh_from_db()
    encoding.video.refresh_from_db()
    assert encoding.state == EncodingState.READY
    assert encoding.video.is_audio
    assert encoding.has_peaks
    assert encoding.poster_count == 0
    assert "mp4a" in published(encoding, "master.m3u8")


@pytest.mark.databases
def test_a_bad_file_fails_at_once_with_its_reason_and_leaves_nothing(begin, work, tmp_path):
    encoding = begin(clips.written(tmp_path, "film.mp4", "ceci n’est pas un film\n" * 50))

    steps = work()

    encoding.refresh_from_db()
    encoding.video.refresh_from_db()
    assert steps == ["probe-0"]
    assert encoding.state == EncodingState.FAILED
    assert encoding.video.state == VideoState.FAILED
    assert encoding.video.failure_code == "MED-002"
    assert encoding.video.failure.is_final
    assert not storages["videos"].exists(encoding.folder)


def test_a_step_that_keeps_failing_is_tried_again_and_then_given_up(
    begin, work, settings, monkeypatch
):
    settings.ENCODE_BACKOFF_S = 0
    encoding = begin()
    work(until="probe-0")
    settings.FFMPEG_BINARY = "/bin/false"

    steps = work()

    encoding.refresh_from_db()
    assert encoding.state == EncodingState.FAILED
    assert steps.count("copy-0") == settings.ENCODE_ATTEMPTS
    failed = encoding.jobs.get(state=JobState.FAILED)
    assert failed.attempts == settings.ENCODE_ATTEMPTS
    assert encoding.failure_code.startswith("MED-02")


def test_a_failure_waits_before_it_is_tried_again(begin, work, settings):
    settings.ENCODE_BACKOFF_S = 600
    encoding = begin()
    work(until="probe-0")
    settings.FFMPEG_BINARY = "/bin/false"

    work()

    jobs = encoding.jobs.exclude(kind="probe")
    assert {job.state for job in jobs} == {JobState.WAITING}
    assert {job.attempts for job in jobs} == {1}
    encoding.refresh_from_db()
    assert encoding.state == EncodingState.GROWING


def test_doing_a_step_twice_changes_nothing(begin, work):
    encoding = begin()
    work()
    job = encoding.jobs.get(kind="chunk", index=0)
    before = EncodeJob.objects.filter(encoding=encoding).values_list("state", "attempts")

    assert run_job(job.pk) is False
    assert list(before) == list(
        EncodeJob.objects.filter(encoding=encoding).values_list("state", "attempts")
    )


def test_the_old_version_plays_until_the_new_one_is_ready(begin, work):
    first = begin()
    work()
    second = start_encoding(first.video)

    work(until="chunk-0")

    video = second.video
    video.refresh_from_db()
    assert (video.current, video.state) == (first, VideoState.READY)
    work()
    video.refresh_from_db()
    first.refresh_from_db()
    assert (video.current, first.state) == (second, EncodingState.RETIRED)
    assert second.number == 2
    assert storages["videos"].exists(f"{first.folder}/master.m3u8")


def test_a_new_version_that_fails_leaves_the_old_one_playing(begin, work, tmp_path, add_film):
    first = begin()
    work()
    video = first.video
    video.refresh_from_db()
    bad = clips.written(tmp_path, "bad.mp4", "#EXTM3U\nfile.ts\n")
    with bad.open("rb") as file:
        video.file.save("source", file)
    second = start_encoding(video)

    work()

    second.refresh_from_db()
    video.refresh_from_db()
    assert second.state == EncodingState.FAILED
    assert (video.current, video.state) == (first, VideoState.READY)
    assert video.failure_code == "MED-004"
