"""A page says what it lacks, and blocks nothing."""

import pytest

from campaigns.content_check import check_content

pytestmark = pytest.mark.django_db


def met(page):
    return [check.is_met for check in check_content(page)]


def test_an_empty_page_lacks_everything(make_episode):
    assert met(make_episode()) == [False, False, False, False]


def test_a_film_with_captions_and_a_description_lacks_nothing(make_episode, make_film):
    page = make_episode(video=make_film(has_words=True), search_description="Deux phrases.")
    assert met(page) == [True, True, True, True]


def test_every_lack_has_its_remedy(make_episode):
    assert all(str(check.remedy) for check in check_content(make_episode()))
