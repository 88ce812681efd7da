"""Films are on the menu as soon as there is one."""

import pytest

from episodes.domain.menu_acts import newest_film, newest_programme

pytestmark = pytest.mark.django_db


def test_without_a_film(house):
    assert (newest_film(), newest_programme()) == ("", "")


def test_the_newest(make_episode, make_film, programme):
    page = make_episode(video=make_film())
    make_episode("Without a film")
    assert (newest_film(), newest_programme()) == (page.url, programme.url)
