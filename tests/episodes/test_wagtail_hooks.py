"""How episodes look in the CMS's explorer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from media.enums import VideoState

pytestmark = pytest.mark.django_db


def test_the_explorer_shows_the_state_of_each_film(
    programme, make_episode, make_film, client, admin
):
    make_episode("Prêt", video=make_film(has_words=True))
    make_episode("En cours", video=make_film(state=VideoState.ENCODING, duration=0))
    make_episode("Sans film")
    client.force_login(admin)
    text = client.get(f"/admin/pages/{programme.pk}/").text
    assert str(VideoState.READY.label) in text
    assert str(VideoState.ENCODING.label) in text
    assert "1 min 42" in text.replace("\xa0", " ")
    assert ">fr<" in text.replace("\n", "").replace(" ", "")


def test_the_films_of_a_list_are_asked_for_at_once(
    programme, make_episode, make_film, client, admin
):
    """Wagtail's own columns ask for each row; ours must not."""
    client.force_login(admin)
    for _ in range(5):
        make_episode(video=make_film(has_words=True))
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/admin/pages/{programme.pk}/")
    about_films = [query["sql"] for query in queries if 'FROM "media_' in query["sql"]]
    assert len(about_films) == 2


def test_an_editor_opens_and_saves_an_episode(programme, make_episode, client, admin):
    episode = make_episode()
    client.force_login(admin)
    text = client.get(f"/admin/pages/{episode.pk}/edit/").text
    assert 'name="excuse"' in text
    assert "content-check" in text
