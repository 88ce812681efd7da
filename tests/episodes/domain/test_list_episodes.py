"""Lists of episodes: which, in which order, in how many queries."""

import pytest
from wagtail.models import Locale

from episodes.domain.list_episodes import (
    episodes_of_campaign,
    episodes_of_programme,
    newest_episodes,
    next_episode,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def titles(episodes):
    return [episode.title for episode in episodes]


def test_the_newest_of_a_language_with_their_programmes(make_episode, programme):
    for age in (3, 2, 1):
        make_episode(f"Il y a {age}", age_days=age)
    found = newest_episodes(Locale.get_default(), 2)
    assert titles(found) == ["Il y a 1", "Il y a 2"]
    assert {episode.programme.pk for episode in found} == {programme.pk}


def test_a_programme_counts_its_episodes_and_puts_the_unnumbered_last(make_episode, programme):
    make_episode("Sans numéro")
    make_episode("Deux", number=2)
    make_episode("Un", number=1)
    assert titles(episodes_of_programme(programme)) == ["Un", "Deux", "Sans numéro"]


def test_a_campaign_lists_the_films_that_serve_it(make_episode, make_campaign):
    campaign = make_campaign()
    make_episode("Pour elle", campaign=campaign)
    make_episode("Pour personne")
    make_episode("Brouillon", campaign=campaign, live=False)
    assert titles(episodes_of_campaign(campaign)) == ["Pour elle"]


def test_after_an_episode_comes_the_next_number_then_the_newest(make_episode):
    first = make_episode("Un", number=1, age_days=9)
    second = make_episode("Deux", number=2, age_days=5)
    third = make_episode("Trois", number=3, age_days=1)
    assert next_episode(first).pk == second.pk
    assert next_episode(third).pk == second.pk


def test_a_lonely_episode_has_no_next(make_episode):
    assert next_episode(make_episode()) is None


@pytest.mark.parametrize("count", [1, 3, 12])
def test_a_list_costs_the_same_whatever_its_length(
    count, make_episode, programme, make_film, django_assert_max_num_queries
):
    for number in range(count):
        make_episode(f"Film {number}", number=number + 1, video=make_film(with_files=False))
    with django_assert_max_num_queries(5):
        for episode in episodes_of_programme(programme):
            assert episode.video.current
            assert episode.programme.title
