"""The page of a theme, and the player in pages of others."""

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


def test_the_player_may_be_framed_and_leads_here(make_episode, make_film, make_campaign, client):
    campaign = make_campaign()
    episode = make_episode("Ça ne sert à rien", video=make_film(), campaign=campaign)
    answer = client.get(f"/lecteur/{episode.pk}/")
    assert answer.status_code == 200
    assert "X-Frame-Options" not in answer
    assert "frame-ancestors" not in answer["Content-Security-Policy"]
    assert f'href="{episode.url}"' in answer.text
    assert f'data-meter="{campaign.meter.key}" data-framed' in answer.text
    assert not answer.cookies


def test_it_speaks_the_language_of_its_page(make_episode, make_film, translate, client):
    english = translate(make_episode(video=make_film()), title="Useless")
    answer = client.get(f"/lecteur/{english.pk}/")
    assert '<html lang="en">' in answer.text
    assert answer["Content-Language"] == "en"


def test_no_player_of_what_is_not_there(make_episode, make_film, client):
    hidden = make_episode("Secret", video=make_film(), live=False)
    for pk in (hidden.pk, make_episode().pk, 987654321):
        answer = client.get(f"/lecteur/{pk}/")
        assert answer.status_code == 404
        assert "Secret" not in answer.text
