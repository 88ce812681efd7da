"""Typing a code: without JavaScript, without a cookie, and nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from audience.domain.code_text import printed
from audience.models import Act
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter, kinds=["offsite"])
    return page


def form_of(answer) -> str:
    return re.search(r'name="form" value="([^"]+)"', answer.text)[1]


def test_looking_counts_nothing_and_leaves_no_cookie(client, campaign):
    _, [code] = make_batch(campaign.meter)
    answer = client.get(reverse("enter_code"), {"c": printed(code)})
    assert f'value="{printed(code)}"' in answer.text
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert not Act.objects.exists()


def test_from_the_code_to_the_receipt(client, campaign):
    _, [code] = make_batch(campaign.meter)
    page = client.get(reverse("enter_code_of", args=[campaign.meter.key]))
    assert campaign.title in page.text
    typed = {"code": printed(code).lower(), "form": form_of(page)}
    answer = client.post(reverse("enter_code"), typed)
    assert answer.status_code == 302
    assert not answer.cookies
    receipt = client.get(answer["Location"])
    assert "2\xa0kg de légumes" in receipt.text
    assert client.post(reverse("enter_code"), typed)["Location"] == answer["Location"]
    assert Act.objects.count() == 1


def test_a_refusal_keeps_what_was_typed(client, campaign):
    _, [code] = make_batch(campaign.meter)
    address = reverse("enter_code")
    client.post(address, {"code": code, "form": form_of(client.get(address))})
    for typed, status in ((code, 409), ("<b>7K3M", 422), ("", 422)):
        answer = client.post(address, {"code": typed, "form": form_of(client.get(address))})
        assert answer.status_code == status
        assert 'role="alert"' in answer.text
        assert f'value="{typed.replace("<", "&lt;").replace(">", "&gt;")}"' in answer.text


def test_a_form_that_is_not_ours(client, campaign):
    _, [code] = make_batch(campaign.meter)
    answer = client.post(reverse("enter_code"), {"code": code})
    assert answer.status_code == 422
    assert "COD-010" in answer.text
    again = client.post(reverse("enter_code"), {"code": code, "form": form_of(answer)})
    assert again.status_code == 302


def test_only_for_public_campaigns(client, make_campaign):
    page = make_campaign(live=False)
    assert client.get(reverse("enter_code_of", args=[page.meter.key])).status_code == 404
    assert client.get(reverse("enter_code_of", args=["0" * 16])).status_code == 404
