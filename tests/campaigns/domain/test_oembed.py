"""Finding the page that an address names, and describing it."""

from xml.etree import ElementTree

import pytest

from campaigns.domain.oembed import as_xml, describe, find_campaign, page_at
from campaigns.embeds import Embed
from campaigns.models import CampaignPage

pytestmark = pytest.mark.django_db


def campaign_at(url: str, host: str) -> CampaignPage | None:
    return page_at(url, host, CampaignPage.objects.all())


def widget_of(page: CampaignPage) -> Embed:
    embed = find_campaign(page.full_url, "testserver")
    assert embed is not None
    return embed


@pytest.mark.parametrize(
    "change",
    [
        lambda url: url,
        lambda url: url.rstrip("/"),
        lambda url: f"{url}?utm_source=x#film",
        lambda url: url.replace("http:", "https:"),
        lambda url: url.replace("//localhost", "//testserver"),
    ],
)
def test_addresses_of_a_campaign(make_campaign, change):
    page = make_campaign()
    assert campaign_at(change(page.full_url), "testserver") == page


@pytest.mark.parametrize(
    "url",
    [
        "",
        "campagne-1",
        "http://localhost/",
        "http://localhost/campagnes/",
        "http://localhost/x/campagne-1/",
        "http://evil.example/campagnes/campagne-1/",
        "ftp://localhost/campagnes/campagne-1/",
        "http://localhost/campagnes/campagne-1%00/",
        "http://[::1/campagnes/campagne-1/",
        "http://localhost/" + "a" * 5000,
    ],
)
def test_other_addresses(make_campaign, url):
    make_campaign(slug="campagne-1")
    assert campaign_at("http://localhost/campagnes/campagne-1/", "testserver")
    assert campaign_at(url, "testserver") is None


def test_a_translation_has_its_own_address(make_campaign, translate):
    page = make_campaign()
    english = translate(page, title="Two kilos")
    assert campaign_at(english.full_url, "testserver") == english
    assert campaign_at(page.full_url, "testserver") == page


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (("", ""), (400, 360)),
        (("300", "200"), (300, 200)),
        (("9999", "9999"), (400, 360)),
        (("-1", "0"), (400, 360)),
        (("x", "1e3"), (400, 360)),
        (("٣", "99999999999"), (400, 360)),
    ],
)
def test_sizes_are_never_larger_than_asked(make_campaign, asked, given):
    said = describe(widget_of(make_campaign()), "https://a.example", "la cagette", *asked)
    assert (said["width"], said["height"]) == given
    assert f'width="{given[0]}" height="{given[1]}"' in said["html"]


def test_xml_says_the_same(make_campaign):
    said = describe(widget_of(make_campaign("Deux & <trois>")), "https://a.example", "la cagette")
    root = ElementTree.fromstring(as_xml(said))
    assert {one.tag: one.text for one in root} == {name: str(value) for name, value in said.items()}
