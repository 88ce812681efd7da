"""The page of the palmarès, empty and full, in both languages."""

import pytest
from django.utils import timezone

from audience.models import FilmWatched

pytestmark = pytest.mark.django_db


def test_nothing_yet(client, house, english):
    for address in ("/palmares/", "/en/palmares/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<table" not in answer.text
        assert not answer.cookies
    assert client.post("/palmares/").status_code == 405


def test_a_film(client, make_episode, make_film):
    film = make_film()
    page = make_episode("Le <b>poireau", video=film)
    today = timezone.localdate()
    FilmWatched.objects.create(film=film.public_id, day=today, bucket=0, seconds=film.duration * 4)
    shown = client.get("/palmares/").text
    assert "Le &lt;b&gt;poireau" in shown
    assert shown.count(f'href="{page.url}"') == 2


def test_the_front_page_leads_there(client, house):
    assert 'href="/palmares/"' in client.get("/").text
