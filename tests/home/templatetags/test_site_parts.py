"""What the frame of every page asks of the database, also where there is no site or page."""

import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction, Site

from home.templatetags.site_parts import menu_links, other_languages, site_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def context():
    return {"request": RequestFactory().get("/", headers={"Host": "localhost"})}


def test_without_a_request_or_site_there_is_nothing(roots, context):
    Site.objects.all().delete()
    for found in ({}, context):
        assert menu_links(found, "masthead") == []
        assert site_settings(found) is None


def test_a_place_that_does_not_exist_is_a_mistake(house, context):
    with pytest.raises(ValueError, match="attic"):
        menu_links(context, "attic")


def test_other_languages_of_a_page(context, make_page, translate):
    page = make_page(slug="ici")
    english = translate(page, slug="here")
    assert other_languages(context, page) == [("en", "/en/here/")]
    assert other_languages(context, english) == [("fr", "/ici/")]


@pytest.mark.parametrize("nothing", [None, "", "a 404 page"])
def test_what_is_no_page_has_no_translation(house, context, nothing):
    assert other_languages(context, nothing) == []


def test_hidden_translations_are_not_named(context, make_page, translate):
    page = make_page()
    english = translate(page)
    restriction = PageViewRestriction.objects.create(page=english, restriction_type="login")
    assert other_languages(context, page) == []
    restriction.delete()
    english.unpublish()
    assert other_languages(context, page) == []
