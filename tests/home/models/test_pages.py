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


def test_a_front_page_begins_with_the_menu_of_acts(house, client):
    assert [block.block_type for block in house.home.body] == ["acts"]
    assert client.get("/").text.count('href="/agir/#s') == 4


def test_the_team_changes_the_menu_or_takes_it_off(house, client):
    chosen = {"title": "Vite\xa0?", "spans": ["1"], "acts": []}
    house.home.body = [("acts", chosen)]
    house.home.save_revision().publish()
    text = client.get("/").text
    assert "Vite\xa0?</h2>" in text
    assert text.count('href="/agir/#s') == 1
    house.home.body = []
    house.home.save_revision().publish()
    assert 'href="/agir/#s' not in client.get("/").text


def test_a_draft_from_before_the_menu_was_a_block_keeps_it(house, client):
    revision = house.home.save_revision()
    del revision.content["body"]
    revision.save()
    revision.publish()
    assert client.get("/").text.count('href="/agir/#s') == 4
