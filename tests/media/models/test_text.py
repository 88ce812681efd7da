"""One track per language and kind, one chapter per second."""

import pytest
from django.db import IntegrityError, transaction

from media.models import Chapter, TextTrack

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_a_language_has_one_track_of_a_kind(make_film):
    film = make_film(has_words=True)
    TextTrack.objects.create(video=film, kind="subtitles", language="fr", cues=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        TextTrack.objects.create(video=film, kind="captions", language="fr", cues=[])


def test_a_second_starts_one_chapter(make_film):
    film = make_film(has_words=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Chapter.objects.create(video=film, start_s=60, title="Encore")


def test_chapters_come_in_the_order_of_the_film(make_film):
    film = make_film(has_words=True)
    Chapter.objects.create(video=film, start_s=30, title="L’arrosage")
    assert [chapter.start_s for chapter in film.chapters.all()] == [0, 30, 60]
