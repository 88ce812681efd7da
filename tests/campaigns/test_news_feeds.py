"""The news as a feed: the newest first, each under a name of its own."""

from xml.etree import ElementTree

import pytest

from campaigns.domain.announce import announce
from campaigns.enums import NewsEvent

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def pledge(house, make_campaign, make_pledge, meter):
    make_campaign(meter=meter)
    pledge = make_pledge()
    for event in (NewsEvent.ACTIVATED, NewsEvent.LATE):
        announce(pledge, event)
    return pledge


def entries(client, address: str) -> list[ElementTree.Element]:
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert not answer.cookies
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_campaign_and_sponsor(client, pledge, meter, prefix):
    for subject in (f"campagne/{meter.key}", f"mecene/{pledge.sponsor_id}"):
        page = f"{prefix}/suivre/{subject}/"
        late, begun = entries(client, f"{page}nouvelles/")
        assert "40\xa0t de" in begun.findtext(f"{ATOM}title") or prefix
        assert late.findtext(f"{ATOM}id") != begun.findtext(f"{ATOM}id")
        link = late.find(f"{ATOM}link").get("href")
        assert link.startswith(f"http://testserver{page}#news-")
        assert f'id="{link.partition("#")[2]}"' in client.get(page).text


def test_an_empty_feed_and_none(client, house, make_campaign):
    page = make_campaign()
    address = f"/suivre/campagne/{page.meter.key}/nouvelles/"
    assert entries(client, address) == []
    page.unpublish()
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 405


def test_the_campaign_and_its_receipts_lead_there(client, pledge, meter, act):
    page = meter.campaign_pages.get()
    text = client.get(page.url).text
    assert f'type="application/atom+xml" href="/suivre/campagne/{meter.key}/nouvelles/"' in text
    assert f'href="/suivre/campagne/{meter.key}/"' in text
    assert f'href="/suivre/mecene/{pledge.sponsor_id}/"' in text
    act(1, nonce="n" * 22)
    assert f'href="/suivre/campagne/{meter.key}/"' in client.get(f"/recu/{'n' * 22}/").text
