"""What a page is told to play a film."""

import pytest
from django.core.files.base import ContentFile

from media.domain.player import file_address, film_addresses, player_for, poster_of
from media.enums import VideoState
from media.models import TextTrack, Video

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(make_film):
    return make_film(has_words=True)


@pytest.fixture
def unborn(make_film):
    """Uploaded, and nothing of it encoded yet."""
    film = make_film(state=VideoState.UPLOADED, width=None, height=None, duration=0)
    film.current.delete()
    return Video.objects.get(pk=film.pk)


def test_a_film_that_is_ready(film):
    player = player_for(film, "open", "fr", next_url="/next/", next_title="La suite")
    base = f"/v/{film.public_id}/open/v1"
    assert player.is_playable
    assert (player.hls_url, player.mp4_url) == (f"{base}/master.m3u8", f"{base}/360p.mp4")
    assert (player.poster_url, player.storyboard_url) == (
        f"{base}/poster-3.jpg",
        f"{base}/story.vtt",
    )
    assert (player.poster_width, player.poster_height) == (640, 360)
    assert player.status_url == f"/videos/{film.public_id}/open/status.json"
    assert (player.state, player.percent, player.duration_s) == ("ready", 100, 102.0)
    assert (player.next_url, player.next_title) == ("/next/", "La suite")


def test_the_grant_is_in_every_address(film):
    player = player_for(film, "signed:grant", "fr")
    addresses = [player.hls_url, player.mp4_url, player.poster_url, player.storyboard_url]
    addresses += [player.status_url, *(track.url for track in player.tracks)]
    assert all("/signed:grant/" in address for address in addresses)


def test_a_film_that_is_not_encoded_waits(unborn):
    player = player_for(unborn, "open", "fr")
    assert not player.is_playable
    assert (player.hls_url, player.mp4_url, player.poster_url) == ("", "", "")
    assert (player.poster_width, player.poster_height) == (1280, 720)
    assert (player.state, player.percent) == ("encoding", 0)
    assert file_address(unborn, "open", "master.m3u8") == ""


def test_a_growing_film_plays_what_it_has(film):
    film.current.has_hls = film.current.has_storyboard = False
    addresses = film_addresses(film, "open")
    assert addresses["hls_url"] == ""
    assert addresses["mp4_url"].endswith("/360p.mp4")
    player = player_for(film, "open", "fr")
    assert (player.is_playable, player.storyboard_url) == (True, "")


def test_captions_in_the_readers_language_are_on(film):
    cues = [{"start_s": 0, "end_s": 1, "text": "Hello"}]
    TextTrack.objects.create(video=film, kind="subtitles", language="en", cues=cues)
    tracks = player_for(film, "open", "fr").tracks
    assert [(track.kind, track.srclang, track.is_default) for track in tracks] == [
        ("captions", "fr", True),
        ("subtitles", "en", False),
        ("chapters", "fr", False),
    ]
    assert not any(track.is_default for track in player_for(film, "open", "en").tracks)


def test_without_words_no_tracks(make_film):
    assert player_for(make_film(), "open", "fr").tracks == []


def test_the_pages_own_poster_comes_first(film):
    assert player_for(film, "open", "fr", poster_url="/page.jpg").poster_url == "/page.jpg"


def test_an_uploaded_poster_comes_before_a_frame(film):
    film.thumbnail.save("affiche.jpg", ContentFile(b"jpeg"))
    assert poster_of(film, "open") == film.thumbnail.url


def test_without_frames_no_poster(film):
    film.current.poster_count = 0
    assert poster_of(film, "open") == ""


def test_a_sound_recording_says_so(make_film):
    assert player_for(make_film(type="audio"), "open", "fr").audio_only
