"""A film knows how far its newest version is and why one failed."""

import pytest

from media.enums import EncodingState
from media.errors import PictureFile
from media.models import Encoding, Video
from media.models.video import new_public_id, original_path

pytestmark = pytest.mark.django_db


def test_public_names_cannot_be_guessed():
    names = {new_public_id() for _ in range(100)}
    assert len(names) == 100
    assert all(len(name) == 24 for name in names)


def test_the_name_of_an_uploaded_file_decides_nothing():
    video = Video(public_id="abc")
    assert original_path(video, "../../etc/passwd").startswith("abc/")
    assert "passwd" not in original_path(video, "../../etc/passwd")


def test_progress_is_that_of_the_newest_version(make_film):
    film = make_film()
    assert (film.percent, film.is_growing) == (100, False)
    Encoding.objects.create(
        video=film, number=2, source_name="x", state=EncodingState.GROWING, percent=30
    )
    film = Video.objects.get(pk=film.pk)
    assert (film.percent, film.is_growing) == (30, True)


def test_a_failure_carries_its_sentences(make_film):
    assert make_film().failure is None
    assert make_film(failure_code="MED-003").failure is PictureFile


def test_the_source_has_an_address_for_the_team_only(make_film, client):
    film = make_film()
    assert client.get(film.url).status_code in (302, 403)


def test_parts_of_the_player_come_in_a_fixed_number_of_queries(
    make_film, django_assert_num_queries
):
    for number in range(3):
        make_film(f"Film {number}", has_words=True)
    with django_assert_num_queries(4):
        for film in Video.objects.with_player_parts():
            assert film.current
            assert len(film.text_tracks.all()) == 1
            assert len(film.chapters.all()) == 2
