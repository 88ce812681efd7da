"""Acting without JavaScript, and the receipt."""

import pytest
from django.urls import reverse

from audience.models import Act
from campaigns.models import Clause, Organisation, Pledge
from tests.thanks import next_acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    pledge = make_pledge(meter=page.meter)
    assert Clause.objects.filter(pledge=pledge).exists()
    return page


def test_the_page_with_the_button_counts_nothing_by_itself(client, campaign):
    answer = client.get(reverse("act", args=[campaign.meter.key, "click"]))
    assert answer.status_code == 200
    assert f'action="/acts/{campaign.meter.key}/click"' in answer.text
    assert "2\xa0kg de légumes" in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert Act.objects.count() == 0
    assert not answer.cookies


def test_who_brought_somebody_is_handed_on(client, campaign):
    address = reverse("act", args=[campaign.meter.key, "click"])
    field = '<input type="hidden" name="par" value="7K3M9Q2R0X">'
    assert field in client.get(f"{address}?par=7k3m9q2r0x").text
    before = "http://testserver/campagnes/x/?par=7K3M9Q2R0X"
    assert field in client.get(address, headers={"referer": before}).text
    other = "https://other.example/?par=7K3M9Q2R0X"
    assert 'name="par"' not in client.get(address, headers={"referer": other}).text
    assert "<script>al" not in client.get(f"{address}?par=<script>al").text


def test_each_visit_has_its_own_token(client, campaign):
    address = reverse("act", args=[campaign.meter.key, "click"])
    assert client.get(address).text != client.get(address).text


@pytest.mark.parametrize("kind", ["view", "offsite", "x"])
def test_only_buttons_have_a_page(client, campaign, kind):
    assert client.get(f"/geste/{campaign.meter.key}/{kind}/").status_code == 404


def test_a_draft_has_none(client, make_campaign):
    page = make_campaign(live=False)
    assert client.get(reverse("act", args=[page.meter.key, "click"])).status_code == 404


def test_a_refusal_says_why(client, campaign):
    address = reverse("act_refused", args=[campaign.meter.key, "click"])
    assert "robot" in client.get(f"{address}?raison=bot").text
    for wrong in ("", "?raison=", "?raison=x", "?raison=%00"):
        assert client.get(address + wrong).status_code == 404


def test_the_receipt(client, campaign, act):
    [outcome] = act(meter_key=campaign.meter.key, nonce="n" * 22)
    answer = client.get(reverse("receipt", args=[outcome.nonce]))
    assert answer.status_code == 200
    assert "2\xa0kg de légumes" in answer.text
    assert Organisation.objects.get(name="Épicerie du Pont").name in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_thanks_lead_to_one_next_act(client, campaign, act):
    act(nonce="n" * 22, meter_key=campaign.meter.key)
    assert next_acts(client.get(f"/recu/{'n' * 22}/").text) == [f"{campaign.url}#partager"]
    refused = f"/geste/{campaign.meter.key}/click/refus/?raison=already_counted"
    assert next_acts(client.get(refused).text) == [f"{campaign.url}#partager"]


def test_no_receipt(client, campaign):
    assert client.get(reverse("receipt", args=["x" * 22])).status_code == 404
    assert Pledge.objects.get().tally == 0
