"""The demo's films reach the library by the way every film takes."""

import pytest

from media.enums import VideoState
from media.models import EncodeJob, Video
from portal.demo.library import films_without_source, make_films, make_posters, render_source
from portal.demo.people import make_people
from portal.demo.scripts import FILMS
from users.models import User

pytestmark = pytest.mark.django_db


def test_a_film_is_drawn_uploaded_and_queued(roots):
    make_people()
    make_films(User.objects.get(username="editor"))
    shortest = min((film for film in FILMS if film.is_audio_only), key=lambda film: film.duration_s)

    render_source(shortest.slug)
    render_source(shortest.slug)

    video = Video.objects.get(original_name=shortest.file_name)
    assert video.file.size == video.size_bytes > 10_000
    assert video.state == VideoState.UPLOADED
    assert EncodeJob.objects.filter(encoding__video=video).count() == 1
    assert shortest.slug not in films_without_source()


# Wagtail leaves temporary files to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_posters_are_drawn_once(roots):
    first = make_posters()
    assert make_posters() == first
    assert {(picture.width, picture.height) for picture in first.values()} == {(1600, 900)}
