"""The front page shows what the editors chose, else the newest."""

import pytest

from home.models.pages import ProgrammeEntry

pytestmark = pytest.mark.django_db


def test_without_a_choice_the_three_newest_are_shown(house, make_episode):
    for age in range(5):
        make_episode(f"Il y a {age}", age_days=age)
    assert [e.title for e in house.home.episodes()] == ["Il y a 0", "Il y a 1", "Il y a 2"]


def test_the_choice_of_the_editors_is_kept_in_their_order(house, make_episode):
    first, second = make_episode("Premier", age_days=1), make_episode("Second", age_days=9)
    draft = make_episode("Brouillon", live=False)
    house.home.programme = [
        ProgrammeEntry(episode=page, sort_order=order)
        for order, page in enumerate((second, draft, first))
    ]
    house.home.save()
    assert [e.title for e in house.home.episodes()] == ["Second", "Premier"]
