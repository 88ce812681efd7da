"""What a page with a film still lacks."""

import pytest

from campaigns.content_check import check_content
from media.models import TextTrack

pytestmark = pytest.mark.django_db


def met(page) -> list[bool]:
    """Film, captions, poster, description."""
    return [check.is_met for check in check_content(page)]


def test_an_empty_page_lacks_everything(make_episode):
    page = make_episode()
    assert met(page) == [False, False, False, False]
    assert all(str(check.label) and str(check.remedy) for check in check_content(page))


def test_a_complete_page_lacks_nothing(make_episode, make_film):
    page = make_episode(
        video=make_film(has_words=True), search_description="Un film sur le poireau."
    )
    assert met(page) == [True, True, True, True]


def test_subtitles_are_no_captions(make_episode, make_film):
    film = make_film()
    TextTrack.objects.create(video=film, kind="subtitles", language="en", cues=[])
    assert met(make_episode(video=film))[1] is False


def test_a_film_without_frames_has_no_poster_until_one_is_uploaded(make_episode, make_film):
    film = make_film()
    page = make_episode(video=film)
    page.video.current.poster_count = 0
    assert met(page)[2] is False
    page.video.thumbnail = "media_thumbnails/affiche.jpg"
    assert met(page)[2] is True
