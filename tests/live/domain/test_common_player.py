"""The player of what everybody watches at once: no place to resume at."""

import pytest

from live.domain.common_player import common_player

pytestmark = pytest.mark.django_db


def test_it_does_not_resume(make_film, make_episode):
    film = make_film()
    make_episode(video=film)
    player = common_player(film, "/affiche.jpg")
    assert (player.resume_key, player.next_url) == ("", "")
    assert player.poster_url == "/affiche.jpg"
    assert player.hls_url == f"/v/{film.public_id}/open/v1/master.m3u8"
