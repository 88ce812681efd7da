"""The poster: a frame of the film, or a picture of one's own."""

from io import BytesIO

import pytest
from PIL import Image

from media.domain.choose_poster import choose_candidate, upload_poster
from media.refusals import MayNotChange, NoSuchCandidate, NotAPicture


def picture(width_px=1280, height_px=720, kind="PNG", color="#0b6b45"):
    file = BytesIO()
    Image.new("RGB", (width_px, height_px), color).save(file, kind)
    file.seek(0)
    return file


@pytest.fixture
def act(django_capture_on_commit_callbacks):
    def act(verb, *arguments):
        with django_capture_on_commit_callbacks(execute=True):
            verb(*arguments)

    return act


def test_a_frame(editor, in_library, act):
    video = in_library()
    act(choose_candidate, editor, video, 7)
    video.refresh_from_db()
    assert (video.poster_choice, bool(video.thumbnail)) == (7, False)


@pytest.mark.parametrize("number", [0, 11, -1])
def test_a_frame_that_does_not_exist(editor, in_library, number):
    with pytest.raises(NoSuchCandidate):
        choose_candidate(editor, in_library(), number)


def test_a_short_film_has_fewer_frames(editor, in_library):
    video = in_library()
    video.current.poster_count = 4
    choose_candidate(editor, video, 4)
    with pytest.raises(NoSuchCandidate):
        choose_candidate(editor, video, 5)


def test_a_picture_gets_a_new_name_each_time_and_the_old_file_goes(editor, make_video, act):
    video = make_video()
    act(upload_poster, editor, video, picture())
    first, storage = video.thumbnail.name, video.thumbnail.storage
    act(upload_poster, editor, video, picture(color="#c7361d"))
    video.refresh_from_db()
    assert video.thumbnail.name != first
    assert not storage.exists(first)
    with storage.open(video.thumbnail.name) as file:
        assert Image.open(file).format == "JPEG"


def test_going_back_to_a_frame_removes_the_picture(editor, in_library, act):
    video = in_library()
    act(upload_poster, editor, video, picture())
    name, storage = video.thumbnail.name, video.thumbnail.storage
    act(choose_candidate, editor, video, 2)
    video.refresh_from_db()
    assert (video.poster_choice, bool(video.thumbnail)) == (2, False)
    assert not storage.exists(name)


def test_a_refused_picture_leaves_the_old_one(editor, in_library, act):
    video = in_library()
    act(upload_poster, editor, video, picture())
    name = video.thumbnail.name
    with pytest.raises(NotAPicture):
        upload_poster(editor, video, BytesIO(b"<svg/>"))
    video.refresh_from_db()
    assert video.thumbnail.name == name
    assert video.thumbnail.storage.exists(name)


def test_the_state_that_a_worker_writes_meanwhile_is_not_overwritten(editor, in_library, act):
    video = in_library()
    type(video).objects.filter(pk=video.pk).update(state="encoding")
    act(choose_candidate, editor, video, 5)
    video.refresh_from_db()
    assert (video.state, video.poster_choice) == ("encoding", 5)


def test_only_those_who_may_change_the_film(visitor, in_library):
    video = in_library()
    with pytest.raises(MayNotChange):
        choose_candidate(visitor, video, 1)
    with pytest.raises(MayNotChange):
        upload_poster(visitor, video, picture())
