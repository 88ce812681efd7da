"""Rating a film without an account: pressed, changed, taken back; shown once five have."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from audience.domain.people import COOKIE
from episodes.models import Rating
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def episode(make_episode, make_film):
    return make_episode("Le poireau", video=make_film())


@pytest.fixture
def address(episode) -> str:
    return f"/noter/{episode.pk}/"


def ticket_in(client: Client, address: str) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def press(client: Client, address: str, value: str, **more: str):
    return client.post(address, {"ticket": ticket_in(client, address), "value": value} | more)


def test_a_press_sets_the_cookie_of_those_who_act_and_no_other(client, address):
    assert client.get(address).cookies == {}
    answer = press(client, address, "4")
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert list(answer.cookies) == [COOKIE]
    assert answer.cookies[COOKIE]["httponly"]
    shown = client.get(address).text
    assert "Vous lui avez donné 4 sur 5" in shown
    assert 'value="4" aria-pressed="true"' in shown


def test_the_same_form_twice_is_one_person(address):
    ticket = ticket_in(Client(), address)
    for value in ("4", "4", "2"):
        assert Client().post(address, {"ticket": ticket, "value": value}).status_code == 302
    assert [one.value for one in Rating.objects.all()] == [2]


def test_changed_and_taken_back(client, address):
    press(client, address, "4")
    press(client, address, "1")
    assert Rating.objects.get().value == 1
    press(client, address, "", deed="back")
    assert not Rating.objects.exists()
    assert "Que vaut ce film" in client.get(address).text


@pytest.mark.parametrize("value", ["", "6", "<script>", "4.5"])
def test_what_nobody_offers_is_refused_kindly(client, address, value):
    answer = press(client, address, value)
    assert answer.status_code == 422
    assert "Choisissez un nombre de 1 à 5." in answer.text
    assert not Rating.objects.exists()


def test_without_a_ticket_or_cookie_one_presses_once_more(client, address):
    answer = client.post(address, {"value": "4"})
    assert answer.status_code == 422
    assert "Appuyez encore une fois." in answer.text


def test_another_site_cannot_press(client, address):
    ticket = ticket_in(client, address)
    form = {"ticket": ticket, "value": "5"}
    answer = client.post(address, form, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert not Rating.objects.exists()


def test_a_forged_cookie_is_nobodys(client, address):
    client.cookies[COOKIE] = "<script>"
    press(client, address, "3")
    assert len(Rating.objects.get().person) == 22


def test_the_mean_stands_on_the_film_from_five_people_on(episode, address, client):
    for _person in range(4):
        press(Client(), address, "5")
    assert "sur 5" not in client.get(episode.url).text
    press(Client(), address, "4")
    cache.clear()
    assert "<strong>4,8</strong> sur 5, par 5 personnes" in client.get(episode.url).text
    assert f'href="{address}"' in client.get(episode.url).text


def test_both_languages_rate_one_film(episode, translate, client, address):
    twin = translate(episode)
    press(client, address, "3")
    assert "3 out of 5" in client.get(f"/en/noter/{twin.pk}/").text
    assert client.get(f"/en{address}").status_code == 404


def test_a_hidden_film_is_not_rated(episode, address, client):
    episode.unpublish()
    assert client.get(address).status_code == 404


def test_thanks_lead_to_one_next_act(client, make_campaign, make_episode, make_film):
    campaign = make_campaign()
    make_campaign("Plus récente")
    episode = make_episode("Le navet", video=make_film(), campaign=campaign)
    own = f"/noter/{episode.pk}/"
    assert next_acts(client.get(own).text) == []
    press(client, own, "4")
    assert next_acts(client.get(own).text) == [campaign.url]
