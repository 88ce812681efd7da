"""Search, and the two files that machines ask for, over HTTP."""

import re
from xml.etree import ElementTree

import pytest
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import ngettext

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def courges(make_page):
    return [make_page(f"Courge {number}", intro=f"No {number}") for number in range(1, 15)]


def told(total: int, query: str, language: str = "fr") -> str:
    with translation.override(language):
        sentence = ngettext(
            "%(total)s page answers “%(query)s”.", "%(total)s pages answer “%(query)s”.", total
        )
    return sentence % {"total": total, "query": query}


def titles(answer) -> list[str]:
    return re.findall(r'card__title"[^>]*><a href="[^"]+">([^<]+)</a>', answer.text)


def test_without_words_there_is_only_the_form(house, client):
    answer = client.get("/search/")
    assert answer.status_code == 200
    assert 'name="q"' in answer.text
    assert titles(answer) == []


def test_results_come_in_pages_of_twelve(courges, client):
    first, second = client.get("/search/?q=courge"), client.get("/search/?q=courge&page=2")
    assert told(14, "courge") in first.text
    assert (len(titles(first)), len(titles(second))) == (12, 2)
    assert set(titles(first)).isdisjoint(titles(second))
    assert 'href="?q=courge&amp;page=2"' in first.text
    assert 'href="?q=courge&amp;page=1"' in second.text


@pytest.mark.parametrize(("page", "count"), [("0", 2), ("99", 2), ("-1", 2), ("x", 12), ("", 12)])
def test_a_page_that_is_not_there(courges, client, page, count):
    assert len(titles(client.get("/search/", {"q": "courge", "page": page}))) == count


def test_a_result_says_what_it_is(courges, client):
    text = client.get("/search/?q=courge").text
    assert "No 14" in text
    assert "Page simple" in text


def test_nothing_found_says_so(house, client):
    answer = client.get("/search/?q=xylophone")
    assert told(0, "xylophone") in answer.text
    assert titles(answer) == []


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "\x00",
        "courge\x00",
        "%",
        "a" * 300,
        "' OR 1=1 --",
        "<b>x</b>",
        "é" * 150,
        "🥕",
        "*:*",
    ],
)
def test_any_query_is_answered(courges, client, query):
    answer = client.get("/search/", {"q": query})
    assert answer.status_code == 200
    kept = query.replace("\x00", "").strip()[:100]
    assert f'value="{escape(kept)}"' in answer.text


def test_the_query_is_kept_out_of_search_engines(house, client):
    assert '<meta name="robots" content="noindex">' in client.get("/search/?q=x").text


def test_english_search_finds_english_pages(make_page, translate, client):
    translate(make_page("Le navet"), title="The turnip")
    answer = client.get("/en/search/?q=turnip")
    assert titles(answer) == ["The turnip"]
    assert told(1, "turnip", "en") in answer.text
    assert titles(client.get("/search/?q=turnip")) == []


def test_robots_are_told_where_the_sitemap_is(house, client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def sitemap(client, query: str = "") -> list[str]:
    answer = client.get(f"/sitemap.xml{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return [found.text for found in ElementTree.fromstring(b"".join(answer)).iter(LOC)]


def test_the_sitemap_leads_to_its_parts_and_they_to_pages(make_page, client):
    page = make_page()
    parts = sitemap(client)
    assert parts[0] == "http://testserver/sitemap.xml?part=0"
    urls = [url for part in parts for url in sitemap(client, f"?{part.partition('?')[2]}")]
    assert f"http://localhost{page.url}" in urls
    assert len(urls) == len(set(urls)) == 8


@pytest.mark.parametrize("part", ["", "x", "-1", "1e9", "99999999999", "٣", "²"])
def test_a_part_that_is_no_number_gives_the_index(house, client, part):
    assert sitemap(client, f"?part={part}")[0] == "http://testserver/sitemap.xml?part=0"


def test_the_sitemap_without_a_site(db, client):
    from wagtail.models import Site

    Site.objects.all().delete()
    assert sitemap(client, "?part=0") == []
