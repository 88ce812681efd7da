"""The player of what everybody watches at once: no place to resume at, no address too early."""

from datetime import timedelta

import pytest
from django.utils import timezone

from live.domain.common_player import common_player, premiere_player
from live.domain.show_programme import show_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(make_film):
    return make_film(with_files=False)


def test_it_does_not_resume(film, make_episode):
    make_episode(video=film)
    player = common_player(film, 7, "/affiche.jpg")
    assert (player.resume_key, player.next_url) == ("", "")
    assert player.poster_url == "/affiche.jpg"
    assert player.hls_url == f"/v/{film.public_id}/open/v1/master.m3u8"
    assert player.mp4_url.endswith("/360p.mp4#t=7")


def test_a_premiere_names_its_film_before_it_opens(film, make_live, make_episode):
    page = make_live(film=make_episode(video=film))
    player = premiere_player(show_programme(page))
    assert player.hls_url == f"/v/{film.public_id}/open/v1/master.m3u8"
    assert player.mp4_url.endswith("/360p.mp4")
    at = page.starts_at + timedelta(seconds=12)
    assert premiere_player(show_programme(page, at)).mp4_url.endswith("#t=12")


def test_a_guarded_premiere_names_nothing(film, make_live, make_episode):
    page = make_live(film=make_episode(video=film, live=False), live=False)
    show = show_programme(page, timezone.now())
    assert "/open/" not in premiere_player(show).hls_url
