"""Short links, QR codes, and somebody's own link: no cookie, nothing changed by reading."""

import pytest
from django.utils import timezone

from audience import shared
from audience.domain.count_acts import count_acts
from audience.models import ShareCode
from audience.shared import Shared
from tests.audience.sharing import code_of, leek  # noqa: F401
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _house(house, leek):  # noqa: F811
    """A site whose pages can be shown, and something to share."""


@pytest.fixture
def own(client, meter):
    code = code_of(meter, secret="a" * 22)
    return code, f"/mon-lien/{code.secret}/"


def test_a_short_link_leads_to_its_page(client, meter):
    code = code_of(meter)
    answer = client.get(f"/s/{code.code}")
    assert (answer.status_code, answer["Location"]) == (302, f"/poireau/?page=2&par={code.code}")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies


def test_short_links_that_lead_nowhere(client, meter):
    assert client.get("/s/0000000000").status_code == 404
    assert client.get(f"/s/{code_of(meter, key='9').code}").status_code == 404
    assert client.post(f"/s/{code_of(meter).code}").status_code == 405


def test_a_revoked_link_still_leads_to_the_page(client, meter):
    code = code_of(meter, revoked_at=timezone.now())
    assert client.get(f"/s/{code.code}")["Location"] == "/poireau/?page=2"


def test_the_qr_code(client, meter):
    answer = client.get(f"/s/{code_of(meter).code}.svg")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert "public" in answer["Cache-Control"]
    assert client.get("/s/0000000000.svg").status_code == 404


def test_making_a_link(client):
    page = client.get("/partager/leek/7/")
    assert (page.status_code, ShareCode.objects.count()) == (200, 0)
    # What people call a page is shown as text.
    assert "Le &lt;b&gt;poireau&lt;/b&gt;" in page.content.decode()
    answer = client.post("/partager/leek/7/", HTTP_USER_AGENT="Firefox")
    code = ShareCode.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/mon-lien/{code.secret}/")
    assert not answer.cookies
    assert client.get("/partager/leek/9/").status_code == 404
    assert client.post("/partager/onion/7/").status_code == 404


def test_not_from_the_page_of_somebody_else(client):
    answer = client.post("/partager/leek/7/", HTTP_ORIGIN="https://evil.example")
    assert answer.status_code == 403
    assert "SHR-403" in answer.content.decode()
    assert ShareCode.objects.count() == 0


def test_the_private_page(client, own, offer):
    code, path = own
    count_acts([offer(came_by=code.code) for _ in range(3)])
    answer = client.get(path)
    text = answer.content.decode()
    assert f"http://testserver/s/{code.code}" in text
    assert "3\xa0personnes" in text
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert not answer.cookies
    assert client.get("/mon-lien/guess/").status_code == 404


def test_taking_a_link_back(client, own):
    code, path = own
    client.post(path, HTTP_ORIGIN="https://evil.example")
    code.refresh_from_db()
    assert code.revoked_at is None
    assert client.post(path)["Location"] == path
    code.refresh_from_db()
    assert code.revoked_at is not None
    assert code.code not in client.get(path).content.decode()


def test_a_link_of_ones_own_leads_to_one_next_act(client, own, meter, make_campaign):
    code, address = own
    campaign = make_campaign(meter=meter)
    assert next_acts(client.get(address).text) == [campaign.url]
    code.revoked_at = timezone.now()
    code.save()
    assert next_acts(client.get(address).text) == []


def test_thanks_lead_to_one_act_of_the_page_and_never_to_sharing(client, make_campaign):
    old, new = make_campaign("Old"), make_campaign("New")
    found = Shared("promise", "1", "Old", old.url, old.meter_id)
    shared.register_shared("promise", {"1": found}.get, lambda most: [], lambda words, most: [])
    answer = client.get("/partager/promise/1/merci/")
    assert (answer.status_code, next_acts(answer.text)) == (200, [old.url])
    assert "Merci de faire passer" in answer.text
    # Somebody's cookie may have decided which: no cache keeps it.
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert "<html" not in answer.text
    # What has no promise of its own leads to the newest.
    assert next_acts(client.get("/partager/leek/7/merci/").text) == [new.url]
    assert client.get("/partager/leek/9/merci/").status_code == 404
    assert client.post("/partager/leek/7/merci/").status_code == 405
