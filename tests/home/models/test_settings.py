"""What the team sets once for the whole site, as readers see it."""

import pytest

from home.models import MenuItem, SiteSettings
from home.models.settings import MenuPlace

pytestmark = pytest.mark.django_db


def test_the_words_stand_in_the_frame_of_every_page(house, make_page, client):
    words = SiteSettings.objects.create(
        site=house.site,
        tagline="Rire utile",
        about="Une coopérative de films.",
        give_url="https://dons.example/",
        contact_email="bonjour@example.org",
    )
    MenuItem.objects.create(settings=words, page=house.campaigns)
    MenuItem.objects.create(settings=words, page=house.programmes, place=MenuPlace.FOOTER)
    text = client.get(make_page().url).text
    header, footer = text.split("<main", 1)[0], text.split("</main>", 1)[1]
    assert 'href="/campagnes/"' in header
    assert 'href="https://dons.example/"' in header
    for words_of_footer in ("Rire utile", "Une coopérative de films.", "/emissions/"):
        assert words_of_footer in footer
    assert "mailto:bonjour@example.org" in footer


def test_the_current_page_is_marked_in_the_menu(house, client):
    words = SiteSettings.objects.create(site=house.site)
    MenuItem.objects.create(settings=words, page=house.campaigns)
    assert 'href="/campagnes/" aria-current="page"' in client.get("/campagnes/").text
    assert "aria-current" not in client.get("/emissions/").text


def test_a_page_that_goes_leaves_the_menu(house, make_page):
    page = make_page()
    words = SiteSettings.objects.create(site=house.site)
    MenuItem.objects.create(settings=words, page=page)
    page.delete()
    assert words.menu_items.count() == 0


def test_in_english_where_the_team_wrote_it_so(house, make_page, translate, client):
    words = SiteSettings.objects.create(
        site=house.site, tagline="Rire utile", about="Des films.", tagline_en="Laugh, usefully"
    )
    page = make_page()
    english = client.get(translate(page, title="Page").url).text
    assert "Laugh, usefully" in english
    assert "Rire utile" not in english
    assert "Des films." in english  # Better in French than not at all.
    assert "Rire utile" in client.get(page.url).text
    words.about_en = "Films."
    words.save()
    assert "Films." in client.get(english_of(page)).text


def english_of(page) -> str:
    return page.get_translations().get().url
