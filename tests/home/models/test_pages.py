"""The front page: the poster of the moment and this week's programme."""

import pytest

from home.models import HomePage
from home.models.pages import MOST_THEMES, ProgrammeEntry

pytestmark = pytest.mark.django_db


def choose(home, *episodes) -> HomePage:
    for order, episode in enumerate(episodes):
        ProgrammeEntry.objects.create(home=home, episode=episode, sort_order=order)
    return HomePage.objects.get(pk=home.pk)


def test_without_a_choice_the_three_newest(house, make_episode):
    for number in range(5):
        make_episode(f"Épisode {number}", age_days=10 - number)
    titles = [episode.title for episode in house.home.episodes()]
    assert titles == ["Épisode 4", "Épisode 3", "Épisode 2"]


def test_the_editors_order_is_kept(house, make_episode):
    first, second, third = (make_episode(f"Épisode {number}") for number in range(3))
    home = choose(house.home, third, first, second)
    assert [episode.pk for episode in home.episodes()] == [third.pk, first.pk, second.pk]
    assert {episode.programme.title for episode in home.episodes()} == {"Les excuses"}


def test_a_chosen_episode_that_was_taken_down_is_left_out(house, make_episode):
    shown, gone = make_episode(), make_episode()
    home = choose(house.home, gone, shown)
    gone.unpublish()
    assert [episode.pk for episode in home.episodes()] == [shown.pk]


def test_only_so_many_themes(house, make_theme, client):
    for number in range(MOST_THEMES + 2):
        make_theme(f"Theme{number}")
    assert client.get("/").text.count('class="debate ') == MOST_THEMES


def test_the_campaign_of_the_moment_is_the_poster(house, make_campaign, client):
    campaign = make_campaign("Deux kilos", pitch="On plante.")
    house.home.campaign = campaign
    house.home.save_revision().publish()
    text = client.get("/").text
    assert "Deux kilos</h1>" in text
    assert f'href="{campaign.url}"' in text


def test_plain_pages_name_the_pages_below(make_page, client):
    parent = make_page("Le projet")
    child = make_page("Les gens", parent=parent)
    make_page("Un brouillon", parent=parent, live=False)
    text = client.get(parent.url).text
    assert f'href="{child.url}">Les gens</a>' in text
    assert "Un brouillon" not in text
