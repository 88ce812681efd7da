"""Where a page stands in other languages, for pages of the tree and all others."""

import pytest
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override

from portal.templatetags.languages import OF_ONE_LANGUAGE, same_elsewhere, same_here

pytestmark = pytest.mark.django_db


@pytest.fixture
def context(house):
    """The context of a page at an address, asked for by GET unless told otherwise."""

    def context(address: str, method: str = "get", **more: object) -> dict[str, object]:
        request = getattr(RequestFactory(), method)(address)
        request.resolver_match = resolve(request.path)
        return {"request": request} | more

    return context


def test_any_page_has_the_same_address_in_each_language(context):
    assert same_elsewhere(context("/palmares/")) == [("en", "/en/palmares/")]
    with override("en"):
        assert same_elsewhere(context("/en/palmares/")) == [("fr", "/palmares/")]


def test_a_page_of_the_tree_says_itself_where_it_is(context, make_page, translate):
    page = make_page(slug="ici")
    translate(page, slug="here")
    assert same_elsewhere(context("/ici/"), page) == [("en", "/en/here/")]
    assert same_elsewhere(context("/ici/"), make_page(slug="seule")) == []


def test_what_is_of_one_language_has_no_twin(context):
    assert "theme" in OF_ONE_LANGUAGE
    assert same_elsewhere(context("/themes/argent/")) == []
    assert same_elsewhere(context("/rien/du/tout/")) == []


def test_outside_the_languages_there_is_no_twin(context):
    assert same_elsewhere(context("/robots.txt")) == []
    assert same_elsewhere({}) == same_elsewhere({"request": RequestFactory().get("/")}) == []


def test_errors_and_what_was_pressed_have_none(context):
    assert same_elsewhere(context("/palmares/", exception="404")) == []
    assert same_elsewhere(context("/collectes/ouvrir/", "post")) == []
    twin = [("en", "/en/collectes/ouvrir/")]
    assert same_elsewhere(context("/collectes/ouvrir/", "post", form="typed")) == twin


def test_what_a_list_is_asked_for_goes_along(context):
    asked = context("/search/?q=soupe+%26+pain&par=ab12&utm_medium=mail&fbclid=x&page=2")
    assert same_elsewhere(asked) == [("en", "/en/search/?q=soupe+%26+pain&page=2")]
    assert same_here(asked) == "/search/?q=soupe+%26+pain&page=2"
    assert same_here(context("/palmares/?t=12")) == "/palmares/"
