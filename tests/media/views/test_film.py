"""The page of one film."""

import pytest
from django.urls import reverse

from media.models import Encoding, TextTrack, Video


@pytest.fixture
def page_of(desk):
    def page_of(video):
        return desk.get(reverse("wagtailmedia:edit", args=[video.pk])).content.decode()

    return page_of


def test_a_ready_film(page_of, in_library, editor):
    video = in_library("Le poireau", original_name="leek.mov", uploaded_by_user=editor)
    cues = [{"start_s": 1.0, "end_s": 2.0, "text": "<i>Deux</i> kilos & plus"}]
    TextTrack.objects.create(video=video, language="fr", cues=cues)
    html = page_of(video)
    assert "<potager-player" in html
    assert html.count('name="candidate"') == 10
    assert "leek.mov" in html
    assert "0.6 Mbit/s on average, 7.2 MB" in html
    assert "Deux kilos &amp; plus" in html
    assert reverse("films:encode", args=[video.pk]) not in html
    assert reverse("wagtailmedia:delete", args=[video.pk]) in html


def test_a_short_film_offers_the_frames_it_has(page_of, in_library):
    video = in_library()
    Encoding.objects.update(poster_count=3)
    assert page_of(video).count('name="candidate"') == 3


def test_a_failed_film_says_why_and_offers_another_try(page_of, make_video):
    html = page_of(make_video(state="failed", failure_code="MED-006"))
    assert "neither a picture nor a sound" in html
    assert "MED-006" in html
    assert "Try again" in html


def test_an_incomplete_source_is_told(page_of, in_library):
    assert "stops before its announced end" in page_of(in_library(is_partial=True))


def test_saving_the_texts(desk, in_library):
    video = in_library()
    address = reverse("wagtailmedia:edit", args=[video.pk])
    values = {"title": "La soupe", "description": "Bonne.", "collection": video.collection_id}
    answer = desk.post(address, {**values, "tags": ""})
    assert answer.headers["location"] == address
    video.refresh_from_db()
    assert (video.title, video.description) == ("La soupe", "Bonne.")


def test_what_was_typed_is_not_lost_by_an_error(desk, in_library):
    video = in_library()
    values = {"title": "", "description": "Écrit avec soin.", "tags": ""}
    answer = desk.post(reverse("wagtailmedia:edit", args=[video.pk]), values)
    assert answer.status_code == 422
    assert "Écrit avec soin." in answer.content.decode()
    assert Video.objects.get().description == ""


def test_somebody_without_rights_sees_nothing(client, visitor, in_library):
    client.force_login(visitor)
    address = reverse("wagtailmedia:edit", args=[in_library().pk])
    assert client.get(address).headers["location"] == reverse("wagtailadmin_home")
