"""The library's place in the CMS: our screens, the chooser of the page editor."""

import json

from django.urls import resolve, reverse

from media.views import adding, deleting, film
from media.views.library import LibraryView


def test_our_screens_answer_the_addresses_of_wagtailmedia():
    index = resolve(reverse("wagtailmedia:index")).func
    assert index.view_class is LibraryView
    for name, args, module in (
        ("add", ["audio"], adding),
        ("chooser_upload", ["video"], adding),
        ("edit", [1], film),
        ("delete", [1], deleting),
    ):
        view = resolve(reverse(f"wagtailmedia:{name}", args=args)).func
        assert view.__module__ == module.__name__


def test_the_menu_and_the_first_screen_call_them_films(desk, in_library):
    in_library("Le poireau")
    home = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert '"Films"' in home
    assert "<span>1</span> film" in home
    assert "Media file" not in home


def test_the_chooser_shows_films_and_leads_to_the_library_for_new_ones(desk, in_library):
    in_library("Le poireau", duration=102.0)
    in_library("La tomate")
    html = json.loads(desk.get(reverse("wagtailmedia:chooser")).content)["html"]
    assert "Le poireau" in html
    assert "1 min 42" in html
    assert "poster-3.jpg" in html
    assert reverse("wagtailmedia:add", args=["video"]) in html
    assert 'type="file"' not in html


def test_the_chooser_searches_and_chooses(desk, in_library):
    video = in_library("Le poireau")
    in_library("La tomate")
    found = desk.get(reverse("wagtailmedia:chooser"), {"q": "poireau"}).content.decode()
    assert "Le poireau" in found
    assert "La tomate" not in found
    chosen = json.loads(desk.get(reverse("wagtailmedia:media_chosen", args=[video.pk])).content)
    assert chosen["result"]["title"] == "Le poireau"


def test_the_chooser_asks_as_much_for_three_films_as_for_one(
    desk, in_library, django_assert_max_num_queries
):
    in_library()
    address = reverse("wagtailmedia:chooser") + "?p=1"
    desk.get(address)
    with django_assert_max_num_queries(20) as one:
        desk.get(address)
    in_library()
    in_library()
    with django_assert_max_num_queries(len(one.captured_queries)):
        desk.get(address)
