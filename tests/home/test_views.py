"""What is not a page of the tree: search and what machines read."""

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_search_finds_a_page_and_says_when_there_is_none(client, make_page):
    make_page("Le compost expliqué")
    assert "Le compost expliqué" in client.get(reverse("search"), {"q": "compost"}).content.decode()
    assert "empty" in client.get(reverse("search"), {"q": "zzzz"}).content.decode()


@pytest.mark.parametrize("query", ["", "'", '"', "a* OR b", "x" * 5000, "\x00", "« été »", "NEAR("])
def test_no_query_breaks_the_search(client, house, query):
    assert client.get(reverse("search"), {"q": query}).status_code == 200


def test_robots_know_where_the_sitemap_is(client, house):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text or "/sitemap.xml" in text
    assert "Disallow: /admin/" in text
