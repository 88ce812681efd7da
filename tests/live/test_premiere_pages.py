"""A premiere through all layers, without any script: before, during, after, and the film elsewhere."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.live.test_public_pages import state_in

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def film(make_film):
    return make_film(duration=600, has_words=True)


@pytest.fixture
def episode(make_episode, make_campaign, film):
    return make_episode("La courge", video=film, campaign=make_campaign())


@pytest.fixture
def files(client, asgi, film):
    """Return whether anybody can fetch each kind of file of the film."""

    def files() -> set[bool]:
        base = f"/v/{film.public_id}/open/v1"
        names = ("master.m3u8", "360p.mp4", "video/360p/1.m4s", "poster-3.jpg", "story.vtt")
        ours = [asgi("GET", f"{base}/{name}").status == 200 for name in names]
        told = (
            f"/videos/{film.public_id}/open/{what}"
            for what in ("status.json", "captions-fr.vtt", "chapters-fr.vtt")
        )
        return {*ours, *(client.get(address).status_code == 200 for address in told)}

    return files


def test_before_its_hour_the_film_is_nowhere(client, make_live, episode, film, files):
    assert files() == {True}
    page = make_live(film=episode, starts_at=timezone.now() + HOUR / 2)
    assert files() == {False}
    text = client.get(episode.url).text
    assert f"/v/{film.public_id}" not in text
    assert "Bonjour les poireaux." not in text
    assert f'href="{page.url}"' in text
    assert f"/v/{film.public_id}" not in client.get(f"/lecteur/{episode.pk}/").text
    assert f"/v/{film.public_id}" not in client.get(episode.get_parent().url).text
    answer = client.get(page.url)
    assert state_in(answer.text) == "soon"
    assert "Set-Cookie" not in answer
    assert 'data-part="premiere"' in answer.text


def test_during(client, make_live, make_theme, episode, film, files):
    begins = timezone.now() - timedelta(seconds=100)
    page = make_live(film=episode, starts_at=begins, themes=[make_theme()])
    assert files() == {True}
    text = client.get(page.url).text
    assert state_in(text) == "on_air"
    assert f'data-begins="{page.starts_at.isoformat()}"' in text
    assert 'data-length="600.0"' in text
    assert f'data-meter="{episode.campaign.meter.key}"' in text
    assert re.search(r'360p\.mp4#t=10\d"', text)
    assert "/themes/argent/poser/" in text
    assert "potager-live" not in text
    assert f"/v/{film.public_id}/open" in client.get(episode.url).text


def test_after(client, make_live, episode, film):
    page = make_live(film=episode, starts_at=timezone.now() - HOUR)
    text = client.get(page.url).text
    assert state_in(text) == "replay"
    assert "common-film" not in text.partition("<article")[2]
    assert f"/v/{film.public_id}/open" in text
    assert "?t=60" in text


def test_the_list_says_that_it_is_on_air(client, make_live, live_index, episode):
    page = make_live(film=episode, starts_at=timezone.now())
    text = client.get(live_index.url).text
    assert "tag--tomato" in text
    assert page.url in text


def test_the_control_room_has_nothing_to_start(client, make_live, make_user, episode):
    page = make_live(film=episode)
    client.force_login(make_user("sam", "live.operate_run"))
    text = client.get(f"/admin/live/{page.pk}/control/").text
    assert 'name="how"' not in text
