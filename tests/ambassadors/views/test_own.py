"""The private page: opened by the mailbox alone."""

import pytest
from django.test import Client

from ambassadors.domain.join import ask_to_join
from ambassadors.domain.send_link import PURPOSE
from ambassadors.models import Ambassador
from audience.domain.mailbox_links import token_of
from audience.models import MailboxLink, ShareCode
from qa.enums import TextState

pytestmark = pytest.mark.django_db
SPACE = "/ambassadeurs/espace/"


@pytest.fixture
def zoe(make_ambassador, house):
    return make_ambassador()


def test_from_the_mail_to_the_page(client, house):
    ask_to_join("zoe@example.org", "Zoé", "fr", "192.0.2.7")
    address = f"/ambassadeurs/entrer/{token_of(MailboxLink.objects.get())}/"
    for _ in range(2):
        answer = client.get(address)
        assert (answer.status_code, answer["Referrer-Policy"]) == (200, "same-origin")
    assert Ambassador.objects.get().joined_at is None
    assert client.post(address)["location"] == SPACE
    assert "Zoé" in client.get(SPACE).text
    assert Client().post(address).status_code == 410
    assert Client().get(address).status_code == 410


@pytest.mark.parametrize("token", ["x", "1.x", "%00", "9" * 300])
def test_forged_links(client, house, token):
    assert client.get(f"/ambassadeurs/entrer/{token}/").status_code == 410
    assert client.post(f"/ambassadeurs/entrer/{token}/").status_code == 410


def test_not_from_elsewhere(client, zoe):
    link = MailboxLink.objects.create(purpose=PURPOSE, key=zoe.code)
    address = f"/ambassadeurs/entrer/{token_of(link)}/"
    answer = client.post(address, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.post(address).status_code == 302


@pytest.mark.parametrize("address", [SPACE, f"{SPACE}export/"])
def test_strangers_are_asked_for_their_mailbox(client, zoe, address):
    assert client.get(address)["location"] == "/ambassadeurs/lien/"
    assert client.post(f"{SPACE}partir/")["location"] == "/ambassadeurs/lien/"
    assert Ambassador.objects.get().left_at is None


def test_links_to_a_campaign(zoe, enter, campaign):
    browser = enter(zoe)
    assert f'value="{campaign.pk}"' in browser.get(SPACE).text
    answer = browser.post(SPACE, {"deed": "links", "campaign": campaign.pk})
    assert answer["location"] == SPACE
    shown = browser.get(SPACE).text
    code = ShareCode.objects.get(holder=zoe.code, channel="whatsapp").code
    assert f"/s/{code}" in shown
    assert "https://wa.me/" in shown
    assert browser.post(SPACE, {"deed": "links", "campaign": "x"}).status_code == 404
    assert browser.post(SPACE, {"deed": "anything"}).status_code == 302


def test_alias(zoe, enter):
    browser = enter(zoe)
    assert browser.post(SPACE, {"deed": "alias", "alias": "Zoé <b>"}).status_code == 302
    assert "Zoé &lt;b&gt;" in browser.get(SPACE).text
    refused = browser.post(SPACE, {"deed": "alias", "alias": "Modération"})
    assert (refused.status_code, 'value="Modération"' in refused.text) == (422, True)
    assert browser.post(SPACE, {"deed": "alias", "alias": ""}).status_code == 422


@pytest.mark.parametrize(
    "values",
    [
        {"state": TextState.HELD},
        {"state": TextState.HIDDEN, "note": "Pas gentil"},
        {"state": TextState.REJECTED, "refused_for": "insult", "note": "Pas gentil"},
    ],
)
def test_what_became_of_the_alias(make_ambassador, house, enter, values):
    shown = enter(make_ambassador(**values)).get(SPACE).text
    assert 'role="status"' in shown
    assert values.get("note", "") in shown


def test_neighbours(zoe, enter, bring, make_ambassador):
    bring(zoe, 1)
    bring(make_ambassador("Max"), 2)
    shown = enter(zoe).get(SPACE).text
    assert 'class="ranking__me"' in shown
    assert "Max" in shown


def test_taken_along(zoe, enter):
    answer = enter(zoe).get(f"{SPACE}export/")
    assert "attachment" in answer["Content-Disposition"]
    assert answer.json()["alias"] == zoe.alias


def test_leaving_ends_all_sessions(zoe, enter):
    first, second = enter(zoe), enter(zoe)
    assert first.get(f"{SPACE}partir/").status_code == 405
    assert first.post(f"{SPACE}partir/").status_code == 200
    assert Ambassador.objects.get().alias == ""
    for browser in (first, second):
        assert browser.get(SPACE).status_code == 302


def test_frozen(zoe, enter):
    Ambassador.objects.update(frozen_for="A court asked")
    browser = enter(zoe)
    assert browser.post(f"{SPACE}partir/").status_code == 409
    assert browser.post(SPACE, {"deed": "alias", "alias": "Max"}).status_code == 409


def test_signing_out(zoe, enter):
    browser = enter(zoe)
    assert browser.post(f"{SPACE}sortir/")["location"] == "/ambassadeurs/"
    assert browser.get(SPACE).status_code == 302
