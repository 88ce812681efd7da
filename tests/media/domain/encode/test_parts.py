"""What can be played of a version is read from its finished steps."""

import pytest

from media.domain.encode.parts import Parts
from media.enums import JobKind
from tests.media.domain.encode.growing import audio_result, chunk_result, done

pytestmark = pytest.mark.django_db


def names(segments):
    return [segment.name for segment in segments]


def test_nothing_can_be_played_before_there_is_sound_and_picture(growing):
    assert not Parts(growing).is_playable
    done(growing, JobKind.PREVIEW, 0, chunk_result(0, "360p"))
    assert not Parts(growing).is_playable
    done(growing, JobKind.AUDIO, 0, audio_result())
    assert Parts(growing).is_playable


def test_chunks_behind_a_hole_wait(growing):
    done(growing, JobKind.CHUNK, 1, chunk_result(1, "480p", "360p"))
    assert Parts(growing).pictures == {}

    done(growing, JobKind.CHUNK, 0, chunk_result(0, "480p"))

    pictures = Parts(growing).pictures
    assert names(pictures["480p"]) == ["c0_0.m4s", "c0_1.m4s", "c1_0.m4s", "c1_1.m4s"]
    assert "360p" not in pictures


def test_the_preview_and_the_ladder_make_one_rung_together(growing):
    done(growing, JobKind.PREVIEW, 0, chunk_result(0, "360p"))
    done(growing, JobKind.CHUNK, 0, chunk_result(0, "480p"))
    done(growing, JobKind.CHUNK, 1, chunk_result(1, "480p", "360p"))

    pictures = Parts(growing).final_pictures

    assert list(pictures) == ["480p", "360p"]
    assert len(pictures["360p"]) == len(pictures["480p"]) == 4


def test_a_provisional_copy_is_played_first_and_left_out_at_the_end(growing):
    done(growing, JobKind.COPY, 0, chunk_result(0, "copy"))
    done(growing, JobKind.CHUNK, 0, chunk_result(0, "480p", "360p"))

    parts = Parts(growing)

    assert list(parts.pictures) == ["copy", "480p", "360p"]
    assert list(parts.final_pictures) == ["480p", "360p"]
