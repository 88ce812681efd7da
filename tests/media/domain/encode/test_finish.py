"""The last step publishes nothing that is not whole."""

import pytest
from django.core.files.storage import storages

from media.domain.encode.finish import check_and_report
from media.domain.encode.start import start_encoding
from media.enums import JobKind
from media.errors import OutputRejected
from media.gateways.ffmpeg.tools import find_tools
from tests.media.domain.encode.growing import audio_result, chunk_result, done, put

pytestmark = pytest.mark.django_db
NO_HOOKS: dict = {}


def finish(encoding, tmp_path):
    return check_and_report(encoding, tmp_path, find_tools(), NO_HOOKS)


def test_a_rung_that_is_missing_is_named(growing, tmp_path):
    done(growing, JobKind.AUDIO, 0, audio_result())
    done(growing, JobKind.CHUNK, 0, chunk_result(0, "480p"))
    done(growing, JobKind.CHUNK, 1, chunk_result(1, "480p"))

    with pytest.raises(OutputRejected, match="360p"):
        finish(growing, tmp_path)


def test_a_rung_that_is_too_short_is_refused(growing, tmp_path):
    done(growing, JobKind.AUDIO, 0, audio_result())
    done(growing, JobKind.CHUNK, 0, chunk_result(0, "480p", "360p"))

    with pytest.raises(OutputRejected, match=r"480p: 8\.00 s of 16\.00"):
        finish(growing, tmp_path)


def test_a_segment_of_another_size_than_was_encoded_is_refused(growing, tmp_path):
    done(growing, JobKind.AUDIO, 0, audio_result())
    for index in range(2):
        done(growing, JobKind.CHUNK, index, chunk_result(index, "480p", "360p"))
    put(growing, "480p/c0_0.m4s", b"cut")

    with pytest.raises(OutputRejected, match="480p/c0_0.m4s"):
        finish(growing, tmp_path)


@pytest.mark.django_db(transaction=True)
def test_a_source_that_was_replaced_goes_when_the_new_one_is_good(begin, work, clip):
    first = begin()
    work()
    video = first.video
    video.refresh_from_db()
    old = video.file.name
    with clip.open("rb") as file:
        video.file.save("source", file)
    start_encoding(video)
    assert storages["originals"].exists(old)

    work()

    video.refresh_from_db()
    assert not storages["originals"].exists(old)
    assert storages["originals"].exists(video.file.name)
