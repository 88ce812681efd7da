"""A page is found by its whole address; what that cannot decide is left to Wagtail."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Site

from home.domain.find_route import find_route

pytestmark = pytest.mark.django_db


def found(path: str, language: str = "fr"):
    request = RequestFactory().get(f"/{path}", headers={"Host": "localhost"})
    with translation.override(language):
        route = find_route(request, path)
    return route.page if route else None


def test_the_front_page(house):
    assert found("") == house.home


def test_a_page_deep_in_the_tree_comes_with_its_parent(make_episode, django_assert_num_queries):
    episode = make_episode()
    page = found(episode.url.lstrip("/"))
    assert page == episode
    assert type(page) is type(episode)
    with django_assert_num_queries(0):
        assert page.get_parent().title == "Les excuses"


def test_the_same_words_elsewhere_are_another_page(make_page):
    parent = make_page(slug="a")
    child = make_page(slug="a", parent=parent)
    assert found("a/") == parent
    assert found("a/a/") == child
    assert found("a/a/a/") is None


@pytest.mark.parametrize("path", ["rien/", "campagnes/rien/", "accueil/", "accueil/campagnes/"])
def test_nobody_there(house, path):
    assert found(path) is None


def test_a_draft_is_not_there(make_page):
    page = make_page(live=False)
    assert found(page.url.lstrip("/")) is None


def test_each_language_has_its_own_tree(make_page, translate):
    page = make_page(slug="ici")
    english = translate(page, slug="here")
    assert found("ici/") == page
    assert found("here/", "en") == english
    assert found("here/") is None
    assert found("ici/", "en") is None


def test_without_a_site_nobody_is_there(house):
    Site.objects.all().delete()
    assert found("campagnes/") is None


def test_a_page_with_ways_of_its_own_is_left_to_wagtail(make_page, monkeypatch):
    page = make_page()
    monkeypatch.setattr(type(page), "route", lambda *a: None, raising=False)
    assert found(page.url.lstrip("/")) is None


def test_two_queries_find_a_plain_page(make_page, django_assert_num_queries):
    page = make_page()
    found(page.url.lstrip("/"))
    with django_assert_num_queries(2):
        assert found(page.url.lstrip("/")) == page
