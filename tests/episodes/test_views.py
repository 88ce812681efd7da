"""The page of a theme."""

import re

import pytest

pytestmark = pytest.mark.django_db


def titles(answer) -> list[str]:
    return re.findall(r'card__link" href="[^"]+">([^<]+)</a>', answer.text)


def test_a_theme_shows_its_question_and_its_episodes(make_theme, make_episode, client):
    theme = make_theme()
    make_episode("Dedans", themes=[theme])
    make_episode("Dehors")
    answer = client.get("/themes/argent/")
    assert theme.question in answer.text
    assert titles(answer) == ["Dedans"]


def test_many_episodes_come_in_pages(make_theme, make_episode, client):
    theme = make_theme()
    for number in range(13):
        make_episode(f"Épisode {number}", themes=[theme], age_days=20 - number)
    assert titles(client.get("/themes/argent/")) == [f"Épisode {n}" for n in range(12, 0, -1)]
    assert titles(client.get("/themes/argent/?page=2")) == ["Épisode 0"]


def test_a_theme_without_films_says_so(house, make_theme, client):
    make_theme()
    answer = client.get("/themes/argent/")
    assert titles(answer) == []
    assert 'class="empty' in answer.text


def test_each_language_shows_its_own(make_theme, make_episode, translate, client):
    theme = make_theme()
    english_episode = translate(make_episode("En français", themes=[theme]), title="In English")
    theme.copy_for_translation(english_episode.locale).save()
    assert titles(client.get("/themes/argent/")) == ["En français"]
    assert titles(client.get("/en/themes/argent/")) == ["In English"]


def test_an_unknown_theme(house, client):
    assert client.get("/themes/rien/").status_code == 404
