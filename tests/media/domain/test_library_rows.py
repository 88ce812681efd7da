"""Films in the library's words."""

import pytest
from django.utils.translation import override

from media.domain.library_rows import rows_for, with_row_parts
from media.domain.may_watch import may_watch
from media.enums import EncodingState, VideoState
from media.models import Encoding, TextTrack, Video


def row_of(video):
    with override("en"):
        return rows_for(with_row_parts(Video.objects.filter(pk=video.pk)))[0]


def test_a_ready_film(in_library):
    video = in_library(duration=102.0)
    TextTrack.objects.create(video=video, language="fr", cues=[])
    TextTrack.objects.create(video=video, language="fr", kind="subtitles", cues=[])
    TextTrack.objects.create(video=video, language="en", kind="subtitles", cues=[])
    row = row_of(video)
    assert (row.state, row.state_label, row.is_growing) == ("ready", "Ready", False)
    assert (row.duration, row.languages, row.quality_count) == (
        "1 min 42",
        ["English", "Français"],
        1,
    )
    assert row.remedy == ""


def test_the_picture_is_for_the_team_even_while_the_film_is_not_public(in_library):
    video = in_library()
    _, place, public_id, grant, version, name = row_of(video).poster_url.split("/")
    assert (place, public_id, version, name) == ("v", video.public_id, "v1", "poster-3.jpg")
    assert may_watch(public_id, grant)


@pytest.mark.parametrize(
    ("has_facts", "is_playable", "state", "label"),
    [
        (False, False, "encoding", "Waiting for the encoder"),
        (True, False, "encoding", "Encoding"),
        (True, True, "ready", "Playable, more qualities are coming"),
    ],
)
def test_a_first_version_on_its_way(make_video, has_facts, is_playable, state, label):
    video = make_video(state=VideoState.READY if is_playable else VideoState.ENCODING)
    growing = Encoding.objects.create(
        video=video, number=1, percent=40, facts={"known": True} if has_facts else {}
    )
    if is_playable:
        Video.objects.filter(pk=video.pk).update(current=growing)
    row = row_of(video)
    assert (row.state, row.state_label, row.percent, row.is_growing) == (state, label, 40, True)


def test_a_new_version_of_a_film_that_plays(in_library):
    video = in_library()
    Encoding.objects.create(video=video, number=2, percent=7, facts={"known": True})
    row = row_of(video)
    assert (row.state, row.state_label, row.percent) == ("ready", "New version on its way", 7)


def test_failures_tell_what_to_do(make_video, in_library):
    failed = make_video(state=VideoState.FAILED, failure_code="MED-003")
    Encoding.objects.create(video=failed, number=1, state=EncodingState.FAILED)
    assert row_of(failed).state_label == "Failed"
    assert row_of(failed).remedy.startswith("This file is a picture, not a film. Add it")
    kept = in_library(failure_code="MED-003")
    assert row_of(kept).state_label == "Ready; the new file failed"


def test_the_report_is_what_a_page_needs(in_library):
    video = in_library()
    report = row_of(video).as_report()
    assert report == {
        "id": video.pk,
        "state": "ready",
        "label": "Ready",
        "percent": 100,
        "growing": False,
        "remedy": "",
        "poster": report["poster"],
        "duration": "1 min 30",
        "qualities": 1,
    }


def test_the_number_of_queries_is_the_same_for_one_film_and_for_three(
    in_library, django_assert_num_queries
):
    in_library()
    for _ in range(2):
        with django_assert_num_queries(4):
            rows_for(with_row_parts(Video.objects.all()))
        in_library()
        in_library()
