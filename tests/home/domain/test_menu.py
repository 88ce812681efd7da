"""The menus, in the reader's language."""

import pytest
from django.utils import translation
from wagtail.models import PageViewRestriction

from home.domain.menu import menu
from home.models import MenuItem, SiteSettings
from home.models.settings import MenuPlace

pytestmark = pytest.mark.django_db


@pytest.fixture
def add(house):
    words = SiteSettings.for_site(house.site)

    def add(page, place=MenuPlace.MASTHEAD, **values):
        order = MenuItem.objects.count()
        MenuItem.objects.create(settings=words, page=page, place=place, sort_order=order, **values)

    return add


def labels(house, place=MenuPlace.MASTHEAD, language="fr") -> list[str]:
    with translation.override(language):
        return [link.label for link in menu(house.site, place)]


def test_entries_in_the_teams_order(house, add, make_page):
    second, first = make_page("Aide"), make_page("Zèbre")
    add(first)
    add(second, label="Au secours")
    add(house.campaigns, MenuPlace.FOOTER)
    assert labels(house) == ["Zèbre", "Au secours"]
    assert labels(house, MenuPlace.FOOTER) == ["Campagnes"]


def test_an_entry_leads_to_its_page(house, add):
    add(house.campaigns)
    (link,) = menu(house.site, MenuPlace.MASTHEAD)
    assert (link.url, link.url_path) == ("/campagnes/", "/accueil/campagnes/")


def test_another_language_shows_the_translations(house, add, make_page, translate):
    page = make_page("Aide")
    add(page, label="Au secours")
    add(make_page("Seulement en français"))
    translate(page, title="Help")
    assert labels(house, language="en") == ["Help"]
    assert labels(house) == ["Au secours", "Seulement en français"]


def test_drafts_and_guarded_pages_are_left_out(house, add, make_page):
    guarded = make_page("Gardée")
    add(make_page("Brouillon", live=False))
    add(guarded)
    add(make_page("Ouverte"))
    assert labels(house) == ["Gardée", "Ouverte"]
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    assert labels(house) == ["Ouverte"]


def test_a_menu_is_read_once_and_anew_after_a_change(
    house, add, make_page, django_assert_num_queries
):
    page = make_page("Aide")
    add(page)
    labels(house)
    with django_assert_num_queries(0):
        assert labels(house) == ["Aide"]
    page.title = "Secours"
    page.save_revision().publish()
    assert labels(house) == ["Secours"]


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_number_of_queries_does_not_grow(
    house, add, make_page, django_assert_num_queries, count
):
    for number in range(count):
        add(make_page(f"Page {number}"))
    house.home.get_url()  # Wagtail's own list of sites, kept for an hour
    with django_assert_num_queries(3):
        assert len(labels(house)) == count
