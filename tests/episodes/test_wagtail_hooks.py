"""The explorer tells the state, length and captions of each film."""

import pytest
from django.urls import reverse

from episodes.wagtail_hooks import caption_languages, film_length, film_state

pytestmark = pytest.mark.django_db


def test_columns_of_a_film(make_episode, make_film):
    page = make_episode(video=make_film(has_words=True))
    assert caption_languages(page) == "fr"
    assert "1" in film_length(page)
    assert film_state(page) == page.video.get_state_display()


def test_columns_without_a_film(make_episode):
    page = make_episode()
    assert {film_state(page), film_length(page), caption_languages(page)} == {"–"}


def test_the_explorer_shows_them(admin, client, make_episode, make_film, programme):
    make_episode(video=make_film(has_words=True))
    client.force_login(admin)
    html = client.get(reverse("wagtailadmin_explore", args=[programme.pk])).content.decode()
    assert "42" in html
    assert "<th" in html
