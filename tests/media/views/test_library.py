"""The list of films."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from media.models import Encoding, Video


def test_the_list_shows_what_the_reader_may_change(desk, in_library, other_collection):
    in_library("Le poireau")
    in_library("La tomate", collection=other_collection)
    page = desk.get(reverse("wagtailmedia:index"))
    assert page.templates[0].name == "wagtailmedia/media/index.html"
    html = page.content.decode()
    assert "Le poireau" in html
    assert "La tomate" not in html
    assert "Ready" in html
    assert "poster-3.jpg" in html


def test_an_empty_library_says_what_to_do(desk):
    html = desk.get(reverse("wagtailmedia:index")).content.decode()
    assert "Your films will be here" in html
    assert reverse("wagtailmedia:add", args=["video"]) in html


def found(desk, **query):
    answer = desk.get(f"{reverse('films:results')}?{urlencode(query, doseq=True)}")
    return [row.video.title for row in answer.context["rows"]]


def test_filter_by_state_search_and_order(desk, in_library, make_video):
    in_library("Le poireau")
    in_library("La tomate")
    make_video("La courge", state="failed")
    assert found(desk, state="failed") == ["La courge"]
    assert set(found(desk, state=["failed", "ready"])) == {"Le poireau", "La tomate", "La courge"}
    assert found(desk, q="poireau") == ["Le poireau"]
    assert found(desk, q="poireau", state="failed") == []
    assert found(desk, ordering="title") == ["La courge", "La tomate", "Le poireau"]


@pytest.mark.parametrize("ordering", ["", "-created_at", "created_at", "title", "-title", "x"])
def test_every_order_works_with_a_search_and_every_filter(desk, in_library, ordering):
    for title in ("Le poireau d’hiver", "Le poireau d’été"):
        in_library(title).tags.add("légumes")
    titles = found(desk, q="poireau", ordering=ordering, state="ready", tag="légumes")
    assert set(titles) == {"Le poireau d’hiver", "Le poireau d’été"}
    if ordering.endswith("title"):
        assert titles == sorted(titles, reverse=ordering.startswith("-"))
    assert found(desk, q="poireau", ordering=ordering, state="failed") == []


def test_filter_by_tag_or_search_its_words(desk, in_library):
    tagged = in_library("Le poireau")
    tagged.tags.add("soupe")
    tagged.save()
    in_library("La tomate")
    assert found(desk, tag="soupe") == ["Le poireau"]
    assert found(desk, q="soupe") == ["Le poireau"]


def test_no_match_is_told(desk, in_library):
    in_library()
    html = desk.get(reverse("films:results") + "?q=banane").content.decode()
    assert "No film matches" in html


def test_the_list_asks_as_much_for_three_films_as_for_one(
    desk, in_library, django_assert_max_num_queries
):
    in_library()
    address = reverse("films:results")
    desk.get(address)
    with django_assert_max_num_queries(20) as one:
        desk.get(address)
    in_library()
    in_library()
    with django_assert_max_num_queries(len(one.captured_queries)):
        desk.get(address)


def test_progress(desk, in_library, make_video, other_collection):
    ours = make_video("En route", state="encoding")
    Encoding.objects.create(video=ours, number=1, percent=43, facts={"known": True})
    theirs = in_library(collection=other_collection)
    answer = desk.get(reverse("films:progress"), {"ids": f"{ours.pk},{theirs.pk},x,,9999999"})
    assert "no-store" in answer["Cache-Control"]
    [film] = answer.json()["films"]
    assert (film["id"], film["percent"], film["growing"]) == (ours.pk, 43, True)
    assert film["label"] == "Encoding"


def test_progress_of_nothing(desk, in_library):
    in_library()
    assert desk.get(reverse("films:progress")).json() == {"films": []}


def test_somebody_without_rights_is_sent_away(client, visitor, in_library):
    in_library()
    client.force_login(visitor)
    answer = client.get(reverse("wagtailmedia:index"))
    assert answer.headers["location"] == reverse("wagtailadmin_home")
    progress = client.get(reverse("films:progress"), {"ids": Video.objects.get().pk})
    assert progress.json() == {"films": []}


def test_filter_by_collection_with_and_without_a_search(
    client, admin, in_library, collection, other_collection
):
    client.force_login(admin)
    in_library("Le poireau")
    in_library("Le poireau d’archives", collection=other_collection)
    chosen = {"collection_id": other_collection.pk}
    assert found(client, **chosen) == ["Le poireau d’archives"]
    assert found(client, q="poireau", **chosen) == ["Le poireau d’archives"]
