"""Lists of episodes."""

import pytest
from wagtail.models import Locale

from episodes.domain.list_episodes import (
    episode_with,
    episodes_of_campaign,
    episodes_of_programme,
    newest_episodes,
    next_episode,
    with_programmes,
)
from episodes.models import EpisodePage

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def titles(episodes) -> list[str]:
    return [episode.title for episode in episodes]


def test_the_newest_come_first_with_their_programmes(make_episode, make_programme):
    other = make_programme("Le tour du monde")
    make_episode("Vieux", age_days=3)
    make_episode("Neuf", age_days=1, parent=other)
    make_episode("Brouillon", live=False)
    found = newest_episodes(Locale.get_default(), 5)
    assert titles(found) == ["Neuf", "Vieux"]
    assert [episode.programme.title for episode in found] == ["Le tour du monde", "Les excuses"]
    assert titles(newest_episodes(Locale.get_default(), 1)) == ["Neuf"]


def test_the_newest_of_a_language(make_episode, translate):
    translate(make_episode("Neuf"), title="New")
    assert titles(newest_episodes(Locale.objects.get(language_code="en"), 5)) == ["New"]


def test_programmes_are_fetched_all_at_once(
    make_episode, make_programme, django_assert_num_queries
):
    for number in range(4):
        make_episode(parent=make_programme(f"Série {number}"))
    episodes = list(EpisodePage.objects.all())
    with django_assert_num_queries(1):
        assert len({episode.programme.title for episode in with_programmes(episodes)}) == 4


def test_episodes_of_a_campaign(make_episode, make_campaign):
    campaign = make_campaign()
    make_episode("Avec", campaign=campaign)
    make_episode("Sans")
    make_episode("Brouillon", campaign=campaign, live=False)
    assert titles(episodes_of_campaign(campaign)) == ["Avec"]


def test_a_campaigns_translation_shows_the_translated_episodes(
    make_episode, make_campaign, translate
):
    campaign = make_campaign()
    translate(make_episode("Avec", campaign=campaign), title="With")
    assert titles(episodes_of_campaign(campaign)) == ["Avec"]
    assert titles(episodes_of_campaign(translate(campaign))) == ["With"]


def test_episodes_of_a_programme_by_number_then_the_others(programme, make_episode, make_programme):
    for title, number in [("Deux", 2), ("Bonus", None), ("Un", 1), ("Annexe", None)]:
        make_episode(title, number=number)
    make_episode("Ailleurs", parent=make_programme(), number=1)
    found = episodes_of_programme(programme)
    assert titles(found) == ["Un", "Deux", "Bonus", "Annexe"]
    assert all(episode.programme is programme for episode in found)


def test_the_following_number_comes_next(make_episode):
    first, third, second = (make_episode(str(number), number=number) for number in (1, 3, 2))
    assert next_episode(first) == second
    assert next_episode(second) == third


def test_after_the_last_the_newest_other(make_episode):
    make_episode("Vieux", number=1, age_days=9)
    newest = make_episode("Neuf", number=2, age_days=1)
    last = make_episode("Dernier", number=3, age_days=5)
    assert next_episode(last) == newest


def test_without_a_number_the_newest_other(make_episode):
    make_episode("Vieux", number=1, age_days=9)
    newest = make_episode("Neuf", number=2, age_days=1)
    assert next_episode(make_episode("Bonus", number=None)) == newest


def test_alone_nothing_comes_next(make_episode, make_programme):
    make_episode("Ailleurs", parent=make_programme(), number=2)
    assert next_episode(make_episode(number=1)) is None


def test_a_draft_does_not_come_next(make_episode):
    first = make_episode(number=1)
    make_episode(number=2, live=False)
    third = make_episode(number=3)
    assert next_episode(first) == third


def test_one_query_for_the_next(make_episode, django_assert_num_queries):
    first = make_episode(number=1)
    make_episode(number=2)
    next_episode(first)
    with django_assert_num_queries(1):
        assert next_episode(first)


def test_the_episode_with_a_film(make_episode, make_film, translate):
    film = make_film()
    french = Locale.get_default()
    assert episode_with(film, french) is None
    make_episode("Brouillon", live=False, video=film)
    episode = make_episode("Neuf", video=film)
    english = translate(episode, title="New")
    assert episode_with(film, french) == episode
    assert episode_with(film, Locale.objects.get(language_code="en")).title == english.title
