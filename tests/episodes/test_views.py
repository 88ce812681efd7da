"""A theme gathers its episodes, page by page."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_theme_shows_its_question_and_its_episodes(client, make_theme, make_episode):
    theme = make_theme("Argent")
    make_episode("Sur le thème", themes=[theme])
    make_episode("À côté")
    html = client.get(reverse("theme", args=["argent"])).content.decode()
    assert theme.question in html
    assert "Sur le thème" in html
    assert "À côté" not in html


def test_a_theme_without_films_says_so(client, make_theme, house):
    make_theme("Argent")
    assert "empty" in client.get(reverse("theme", args=["argent"])).content.decode()


def test_an_unknown_theme_is_not_found(client, house):
    assert client.get(reverse("theme", args=["nulle-part"])).status_code == 404


def test_a_page_that_does_not_exist_shows_the_last_one(client, make_theme, make_episode):
    theme = make_theme("Argent")
    make_episode("Seul", themes=[theme])
    answer = client.get(reverse("theme", args=["argent"]), {"page": "99999999999999999999"})
    assert "Seul" in answer.content.decode()
