"""Search: every word, in any spelling a French keyboard gives, on both databases."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale, PageViewRestriction

from home.domain import search_site as module
from home.domain.search_site import load_results, search_site

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def titles(text: str, language: str = "fr") -> list[str]:
    found = search_site(text, Locale.objects.get(language_code=language))
    return [page.title for page in load_results(found)]


@pytest.fixture
def pages(make_page, make_episode, make_campaign):
    make_page("L’été des légumes", intro="Tomates et œufs", body=[("text", "<p>Un ragoût.</p>")])
    make_page("L’hiver", intro="Le poireau résiste", body=[("text", "<p>Quelques légumes.</p>")])
    make_episode("La minute du poireau", excuse="Je n’ai pas de monnaie")
    make_campaign("Deux kilos de carottes", promise="Une vue, une carotte")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("été", {"L’été des légumes"}),
        ("ete", {"L’été des légumes"}),
        ("ÉTÉ", {"L’été des légumes"}),
        ("ragout", {"L’été des légumes"}),
        ("tomat", {"L’été des légumes"}),
        ("légu", {"L’été des légumes", "L’hiver"}),
        ("legumes hiver", {"L’hiver"}),
        ("poireau minute", {"La minute du poireau"}),
        ("poireau", {"L’hiver", "La minute du poireau"}),
        ("monnaie", {"La minute du poireau"}),
        ("carotte vue", {"Deux kilos de carottes"}),
        ("poireau carotte", set()),
        ("xylophone", set()),
    ],
)
def test_what_is_found(pages, text, expected):
    assert set(titles(text)) == expected


def test_a_word_in_the_title_comes_first(pages):
    assert titles("légumes") == ["L’été des légumes", "L’hiver"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "'",
        '"',
        "*",
        "-",
        "_",
        "()",
        "&|!",
        "%",
        "\\",
        "…",
        "\x00",
        "🥕",
    ],
)
def test_signs_find_nothing_and_break_nothing(pages, text):
    assert titles(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "poireau'; DROP TABLE wagtailcore_page; --",
        'poireau" OR "1"="1',
        "poireau NEAR(hiver)",
        "title:poireau",
        "poireau AND NOT hiver",
        "poireau & !hiver | x",
        "poireau:*",
        "NOT",
        "a " * 50,
    ],
)
def test_what_looks_like_a_query_is_words(pages, text):
    assert set(titles(text)) <= {"L’hiver", "La minute du poireau"}
    assert len(titles("poireau")) == 2


def test_drafts_and_guarded_pages_are_not_found(make_page):
    make_page("Poireau ouvert")
    make_page("Poireau caché", live=False)
    guarded = make_page("Poireau gardé")
    make_page("Poireau dessous", parent=guarded)
    PageViewRestriction.objects.create(page=guarded, restriction_type="password", password="x")
    assert titles("poireau") == ["Poireau ouvert"]


def test_a_page_taken_down_is_not_found(pages, make_page):
    page = make_page("Xylophone")
    assert titles("xylophone") == ["Xylophone"]
    page.unpublish()
    assert titles("xylophone") == []


def test_each_language_finds_its_own(pages, make_page, translate):
    translate(make_page("Le navet du dimanche"), title="The navet of Sunday")
    assert titles("navet") == ["Le navet du dimanche"]
    assert titles("navet", "en") == ["The navet of Sunday"]


def test_the_front_page_is_not_a_result(house):
    house.home.save_revision().publish()
    assert titles("potager") == []


def test_of_very_many_pages_titles_come_first_then_the_newest(make_page, monkeypatch):
    monkeypatch.setattr(module, "WEIGHED", 3)
    for title, intro in [
        ("Courge 1", ""),
        ("Navet 1", "courge"),
        ("Courge 2", ""),
        ("Navet 2", "courge"),
    ]:
        make_page(title, intro=intro)
    assert titles("courge") == ["Courge 2", "Courge 1", "Navet 2", "Navet 1"]


def test_a_short_word_is_a_whole_word(pages):
    assert titles("l hiver") == ["L’hiver"]
    assert titles("ré") == []
    assert titles("rés") == ["L’hiver"]


def test_only_so_many_candidates_are_looked_at(make_page, monkeypatch):
    for number in range(5):
        make_page(f"Courge {number}")
    assert len(titles("courge")) == 5
    monkeypatch.setattr(module, "CANDIDATES", 3)
    assert len(titles("courge")) == 3


def test_the_number_of_queries_does_not_grow(
    make_page, make_episode, django_assert_max_num_queries
):
    make_page("Courge d’hiver")
    titles("courge")
    for number in range(6):
        make_page(f"Courge {number}")
        make_episode(f"Courge {number}")
    with django_assert_max_num_queries(8):
        assert len(titles("courge")) == 13


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40))
def test_no_text_breaks_it(pages, text):
    try:
        assert isinstance(titles(text), list)
    finally:
        assert not connection.needs_rollback
