"""The sitemap: every address once, nothing hidden, in parts of a bounded size."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Page, PageViewRestriction

from campaigns.models import Cause, Organisation
from home.domain import list_addresses
from home.domain.list_addresses import sitemap_beside, sitemap_index, sitemap_part

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(lines) -> list[str]:
    return [
        found.text
        for found in ElementTree.fromstring("".join(lines)).iterfind(".//s:loc", NAMESPACE)
    ]


@pytest.fixture
def one_part(monkeypatch):
    """All pages of a test in one part, whatever numbers the database gives them."""
    monkeypatch.setattr(list_addresses, "PAGES_PER_PART", 10**9)


def test_every_public_page_of_the_site(house, one_part, make_page, translate):
    page = make_page(slug="ici")
    make_page(live=False)
    translate(page, slug="here")
    assert set(addresses(sitemap_part(house.site, 0))) == {
        "http://localhost/",
        "http://localhost/campagnes/",
        "http://localhost/emissions/",
        "http://localhost/ici/",
        "http://localhost/en/",
        "http://localhost/en/here/",
    }


def test_guarded_pages_are_left_out(house, one_part, make_page):
    guarded = make_page(slug="gardee")
    make_page(slug="dessous", parent=guarded)
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    assert not [url for url in addresses(sitemap_part(house.site, 0)) if "gardee" in url]


def test_a_page_tells_when_it_changed(house, one_part, make_page):
    page = make_page()
    page.refresh_from_db()
    text = "".join(sitemap_part(house.site, 0))
    assert f"/page-3/</loc><lastmod>{page.last_published_at:%Y-%m-%d}</lastmod>" in text


def test_another_sites_pages_are_left_out(house, one_part):
    root = Page.objects.get(depth=1)
    root.add_child(instance=Page(title="Ailleurs", slug="ailleurs", locale=house.home.locale))
    assert not [url for url in addresses(sitemap_part(house.site, 0)) if "ailleurs" in url]


def test_the_index_names_the_parts(house, make_page, monkeypatch):
    last = make_page().pk
    monkeypatch.setattr(list_addresses, "PAGES_PER_PART", 2)
    found = addresses(sitemap_index(house.site, "http://localhost/sitemap.xml"))
    numbers = range(last // 2 + 1)
    assert found == [f"http://localhost/sitemap.xml?part={part}" for part in (*numbers, "more")]
    parts = [url for part in numbers for url in addresses(sitemap_part(house.site, part))]
    assert len(parts) == len(set(parts)) == 4
    assert all(len(addresses(sitemap_part(house.site, part))) <= 2 for part in numbers)


def test_a_part_that_is_not_there_is_empty(house):
    assert addresses(sitemap_part(house.site, 9_999_999)) == []


def test_one_query_for_a_part(house, one_part, make_page, django_assert_num_queries):
    addresses(sitemap_part(house.site, 0))
    for _ in range(3):
        make_page()
    addresses(sitemap_part(house.site, 0))
    with django_assert_num_queries(1):
        assert len(addresses(sitemap_part(house.site, 0))) == 6


def test_causes_and_organisations_stand_beside_the_tree(house, english, make_campaign):
    named = Organisation.objects.create(name="Coop Unique")
    Organisation.objects.create(name="Nowhere named")
    make_campaign(sponsor=named)
    Cause.objects.create(name="Donner", slug="donner", summary="a", locale=house.home.locale)
    assert addresses(sitemap_beside(house.site)) == [
        "http://localhost/causes/",
        "http://localhost/causes/donner/",
        "http://localhost/partenaires/",
        "http://localhost/partenaires/coop-unique/",
        "http://localhost/collectes/",
        "http://localhost/projets/",
    ]
