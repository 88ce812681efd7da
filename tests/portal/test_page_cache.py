"""Anonymous pages are rendered once; nobody ever gets what was made for another."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cache_is_on(settings):
    settings.PAGE_CACHE_S = 30


@pytest.fixture
def about(make_page):
    return make_page("Qui sommes-nous ?")


def is_kept(client: Client, url: str, **headers: str) -> bool:
    """Ask twice: a kept page needs no query the second time."""
    first = client.get(url, headers=headers)
    with CaptureQueriesContext(connection) as queries:
        second = client.get(url, headers=headers)
    assert second.status_code == first.status_code
    kept = len(queries) == 0
    assert not kept or second.content == first.content
    return kept


def test_the_second_reader_gets_the_same_bytes_without_a_query(about, django_assert_num_queries):
    first = Client().get(about.url)
    assert "Qui sommes-nous" in first.text
    with django_assert_num_queries(0):
        second = Client().get(about.url)
    assert second.content == first.content
    assert dict(second.items()) == dict(first.items())
    assert second["Cache-Control"] == (
        "public, max-age=0, s-maxage=30, stale-while-revalidate=30, stale-if-error=86400"
    )
    assert "default-src 'none'" in second["Content-Security-Policy"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?page=2",
        "?t=83",
        "?par=7K3M9Q2R0X",
        "?t=80&to=95&par=%3Cscript%3E",
        "?utm_source=lettre&utm_medium=mail",
        "?fbclid=IwAR0",
        "?page=2&t=3&gclid=x",
    ],
)
def test_addresses_that_are_kept(about, client, query):
    assert is_kept(client, about.url + query)


def test_who_brought_somebody_is_not_in_the_page(make_campaign, make_episode):
    """One entry of the cache for all links, with the same bytes, whatever stands in the address."""
    for page in (make_campaign(), make_episode()):
        plain = Client().get(page.url).content
        for query in ("?par=7K3M9Q2R0X", "?par=0000000000", "?par=%22%3E%3Cscript%3Ealert(1)"):
            answer = Client().get(page.url + query)
            assert answer.content == plain
            assert not answer.cookies
        for asked in ("", "?par=7K3M9Q2R0X"):
            assert is_kept(Client(), page.url + asked)


@pytest.mark.parametrize(
    "query",
    [
        "?x=1",
        "?q=poireau",
        "?page=-1",
        "?page=poireau",
        "?page=12345",
        "?page=",
        "?page=%D9%A3",
        "?page=1&x=1",
        "?t=1&x=1",
        "?=1",
        "?%00=1",
    ],
)
def test_addresses_that_are_not_kept(about, client, query):
    assert not is_kept(client, about.url + query)


def test_a_second_of_the_film_is_the_same_page(about, client, django_assert_num_queries):
    client.get(about.url)
    with django_assert_num_queries(0):
        client.get(f"{about.url}?t=12&utm_campaign=excuses")


def test_pages_of_a_list_are_kept_apart(client, make_theme, make_episode):
    theme = make_theme()
    for number in range(1, 14):
        make_episode(f"Épisode {number}", themes=[theme], number=number)
    first, second = client.get("/themes/argent/"), client.get("/themes/argent/?page=2")
    assert first.content != second.content
    assert client.get("/themes/argent/?page=2").content == second.content
    assert client.get("/themes/argent/").content == first.content


def test_head_is_answered_from_the_page(about, client, django_assert_num_queries):
    whole = client.get(about.url)
    with django_assert_num_queries(0):
        head = client.head(about.url)
    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))


@pytest.mark.filterwarnings("error::django.core.cache.CacheKeyWarning")
def test_an_address_may_be_longer_than_the_names_of_a_cache(about, client):
    assert client.get(f"/{'navet' * 80}/").status_code == 404


def test_a_head_is_not_kept(about, client):
    head = client.head(about.url)
    assert head["Content-Length"] == str(len(client.get(about.url).content))
    assert "Qui sommes-nous" in client.get(about.url).text


def test_a_post_is_never_answered_from_the_cache(about, client):
    client.get(about.url)
    assert client.post(about.url).status_code == 200
    assert "Cache-Control" not in client.post(about.url)


def test_the_team_sees_the_page_itself(about, admin, client):
    anonymous = client.get(about.url)
    client.force_login(admin)
    own = client.get(about.url)
    assert "wagtail-userbar" in own.text
    assert "wagtail-userbar" not in anonymous.text
    assert "Cache-Control" not in own
    assert Client().get(about.url).content == anonymous.content


def test_who_authorises_himself_is_not_anonymous(about, client):
    headers = {"Authorization": "Basic eA=="}
    assert not is_kept(client, about.url, **headers)


def test_publishing_is_seen_at_once(about, client):
    client.get(about.url)
    about.title = "Qui nous sommes"
    about.save_revision().publish()
    assert "Qui nous sommes" in client.get(about.url).text


def test_taking_down_is_seen_at_once(about, client):
    client.get(about.url)
    about.unpublish()
    assert client.get(about.url).status_code == 404


def test_a_password_is_asked_at_once_and_never_kept(about, client):
    assert "Qui sommes-nous" in client.get(about.url).text
    PageViewRestriction.objects.create(page=about, restriction_type="password", password="radis")
    answer = client.get(about.url)
    assert 'type="password"' in answer.text
    assert "private" in answer["Cache-Control"]
    assert not is_kept(Client(), about.url)


def test_hosts_and_schemes_are_kept_apart(client, settings, make_film, make_episode):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    episode = make_episode(video=make_film())
    for _ in range(2):
        for host, secure in (("a.example", False), ("b.example", False), ("a.example", True)):
            answer = client.get(episode.url, headers={"Host": host}, secure=secure)
            poster = re.search(r'og:image" content="(\w+://[^/]+)/v/', answer.text)
            assert poster[1] == f"{'https' if secure else 'http'}://{host}"


def test_a_strange_host_is_refused_and_not_kept(about, client):
    for _ in range(2):
        assert client.get(about.url, headers={"Host": "evil.example"}).status_code == 400


def test_a_made_up_scheme_makes_no_second_copy(about, client, django_assert_num_queries):
    client.get(about.url)
    with django_assert_num_queries(0):
        client.get(about.url, headers={"X-Forwarded-Proto": "gopher"})


def test_zero_seconds_keep_nothing(about, client, settings):
    settings.PAGE_CACHE_S = 0
    assert not is_kept(client, about.url)


def test_what_is_missing_is_not_kept(house, client, make_page):
    assert client.get("/qui-sommes-nous/").status_code == 404
    make_page(slug="qui-sommes-nous")
    assert client.get("/qui-sommes-nous/").status_code == 200


@pytest.mark.parametrize("url", ["/robots.txt", "/", "/campagnes/", "/emissions/"])
def test_no_cookie_on_anonymous_pages(house, client, url):
    for _ in range(2):
        answer = client.get(url)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer
        assert not answer.cookies
        assert not re.search("csrf", answer.text, re.IGNORECASE)
