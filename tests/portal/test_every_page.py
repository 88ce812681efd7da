"""Every type of page, in French and in English, through all layers."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext

from campaigns.models import Organisation
from episodes.models import Credit

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(house, make_film, make_campaign, make_episode, make_page, make_theme, translate):
    """A small site in both languages: language → name of the page → address."""
    sponsor = Organisation.objects.create(name="Biocoop", website="https://bio.example")
    campaign = make_campaign(
        kicker="Campagne no 7",
        promise="1 vue = 2 kg",
        pitch="Regardez, ils plantent.",
        sponsor=sponsor,
        video=make_film("La bande-annonce"),
        body=[("quote", {"text": "On rit, on plante.", "author": "Zoé", "role": "maraîchère"})],
    )
    theme = make_theme()
    episode = make_episode(
        number=3,
        video=make_film(has_words=True),
        excuse="Je n’ai pas de monnaie.",
        rebuttal="La carte, elle, en a.",
        themes=[theme],
        campaign=campaign,
        body=[("sources", {"sources": [{"title": "Rapport 2025", "publisher": "INSEE"}]})],
    )
    Credit.objects.create(episode=episode, role="Image", name="Aïcha Ben")
    episode.refresh_from_db()
    about = make_page(intro="Des gens", body=[("text", "<p>Une <b>coopérative</b>.</p>")])
    theme.copy_for_translation(translate(about, title="Who we are").locale).save()
    pages = {
        "home": house.home,
        "campaigns": house.campaigns,
        "campaign": campaign,
        "programmes": house.programmes,
        "programme": episode.get_parent(),
        "episode": episode,
        "plain": about,
    }
    english = {
        name: translate(page) for name, page in pages.items() if name not in ("home", "plain")
    }
    english |= {"home": house.home.get_translation(about.get_translations().get().locale)}
    english |= {"plain": about.get_translations().get()}
    extra = {"search": "search/?q=monnaie", "theme": "themes/argent/"}
    return {
        "fr": {n: p.url for n, p in pages.items()} | {n: f"/{u}" for n, u in extra.items()},
        "en": {n: p.url for n, p in english.items()} | {n: f"/en/{u}" for n, u in extra.items()},
    }


CONTENT = {
    "home": ["Je n’ai pas de monnaie", "Argent : un peu, beaucoup ?"],
    "campaigns": ["Un légume par vue", "1 vue = 2 kg"],
    "campaign": ["Campagne no 7", "Biocoop", "On rit, on plante.", "maraîchère", "<potager-player"],
    "programmes": ["Les excuses"],
    "programme": ["Les excuses", "Je n’ai pas de monnaie"],
    "episode": [
        "Je n’ai pas de monnaie.",
        "La carte, elle, en a.",
        "Aïcha Ben",
        "Rapport 2025",
        "INSEE",
        "Bonjour les poireaux.",
        "La récolte",
        "1 vue = 2 kg",
        "<potager-player",
        "360p.mp4",
    ],
    "plain": ["Une <b>coopérative</b>."],
    "search": ["Je n’ai pas de monnaie"],
    "theme": ["Argent : un peu, beaucoup ?", "Je n’ai pas de monnaie"],
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", CONTENT)
def test_a_page_shows_what_was_written(site, client, name, language):
    answer = client.get(site[language][name])
    assert answer.status_code == 200
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}">' in answer.text
    assert [text for text in CONTENT[name] if text not in answer.text] == []
    with translation.override(language):
        assert gettext("Skip to the content") in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("name", [name for name in CONTENT if name not in ("search", "theme")])
def test_a_page_leads_to_its_translation(site, client, name):
    for here, there in (("fr", "en"), ("en", "fr")):
        text = client.get(site[here][name]).text
        expected = (
            f'<link rel="alternate" hreflang="{there}" href="http://testserver{site[there][name]}"'
        )
        assert expected in text
        assert f'<a class="masthead__icon" href="{site[there][name]}" hreflang="{there}"' in text


def test_no_address_in_a_page_is_broken(site, client):
    """Every address of our own that a page names answers."""
    for url in site["fr"].values():
        text = client.get(url).text
        for found in sorted(set(re.findall(r'(?:href|src|data-status)="(/[^"/#][^"#]*)"', text))):
            if not found.startswith(("/v/", "/static/", "/uploads/")):
                assert client.get(found.replace("&amp;", "&")).status_code == 200, (url, found)


def test_a_page_without_anything_optional(house, client, make_campaign, make_episode, make_page):
    for page in (make_campaign(), make_episode(), make_episode().get_parent(), make_page()):
        answer = client.get(page.specific.url)
        assert answer.status_code == 200
        assert page.title in answer.text
        assert "<potager-player" not in answer.text
        assert "None" not in answer.text


def test_an_empty_site(house, client):
    for url in ("/", "/campagnes/", "/emissions/", "/search/", "/search/?q=rien"):
        answer = client.get(url)
        assert answer.status_code == 200
        assert "<h1" in answer.text


def test_what_people_write_is_not_markup(client, make_episode, make_film):
    evil = "<script>alert(1)</script>"
    episode = make_episode(
        evil, excuse=evil, rebuttal=evil, pitch=evil, video=make_film(evil), seo_title=evil
    )
    for url in (
        episode.url,
        "/",
        episode.get_parent().url,
        "/search/?q=alert",
        f"/search/?q={evil}",
    ):
        assert "<script>alert" not in client.get(url).text
