"""A pledge lives its whole life through the screens."""

import pytest
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Delivery, Pledge
from tests.campaigns.conftest import KG, proof

pytestmark = pytest.mark.django_db


def step(pledge: Pledge, name: str) -> str:
    return reverse("pledges:step", args=[pledge.pk, name])


def delivery(**values) -> dict[str, object]:
    today = timezone.localdate().isoformat()
    return {"quantity": "4 kg", "delivered_on": today, "place": "Lille", "proof": proof(), **values}


def test_from_draft_to_kept(client, admin, receiver, make_pledge):
    client.force_login(admin)
    pledge = make_pledge([{"kind": "base", "quantity": 4 * KG}], state="draft", cap=4 * KG)
    for name, values in (
        ("propose", {"signed_by": "Léa Martin"}),
        ("countersign", {"signed_by": "Omar Diallo"}),
        ("activate", {}),
    ):
        page = client.get(reverse("pledges:inspect", args=[pledge.pk])).content.decode()
        assert step(pledge, name) in page
        assert client.get(step(pledge, name)).status_code == 200
        answer = client.post(step(pledge, name), values)
        assert answer.url == reverse("pledges:inspect", args=[pledge.pk])
    client.force_login(receiver)
    assert client.post(step(pledge, "confirm"), delivery()).status_code == 302
    pledge.refresh_from_db()
    assert (pledge.state, pledge.delivered) == ("capped", 4 * KG)
    page = client.get(reverse("pledges:inspect", args=[pledge.pk])).content.decode()
    assert Delivery.objects.get().document.url in page
    assert "Omar Diallo, président" in page


def test_amending_opens_the_new_version(client, admin, make_pledge):
    client.force_login(admin)
    pledge = make_pledge()
    answer = client.post(step(pledge, "amend"))
    assert answer.url == reverse("pledges:edit", args=[pledge.replaced_by.pk])
    again = client.post(step(pledge, "amend"))
    assert again.status_code == 409
    assert "PLG-011" in again.content.decode()


def test_an_offer_can_be_taken_back(client, admin, signed):
    client.force_login(admin)
    pledge = signed()
    client.post(step(pledge, "withdraw"))
    pledge.refresh_from_db()
    assert pledge.state == "draft"


@pytest.mark.parametrize(
    ("values", "status", "text"),
    [
        ({"quantity": "40 kg"}, 400, "PLG-025"),
        ({"quantity": "quatre"}, 200, "quatre"),
        ({"proof": proof(content=b"<svg/>")}, 400, "PLG-023"),
        ({"proof": ""}, 400, "PLG-022"),
        ({"delivered_on": "demain"}, 200, "demain"),
    ],
)
def test_a_refused_delivery_keeps_what_was_typed(
    client, receiver, make_pledge, values, status, text
):
    client.force_login(receiver)
    pledge = make_pledge(unlocked=9 * KG)
    answer = client.post(step(pledge, "confirm"), delivery(**values))
    page = answer.content.decode()
    assert answer.status_code == status
    assert text in page
    assert 'value="Lille"' in page
    assert not Delivery.objects.exists()


def test_an_editor_cannot_confirm_or_activate_by_address(client, editor, signed, make_pledge):
    client.force_login(editor)
    running = make_pledge(unlocked=9 * KG)
    assert client.post(step(running, "confirm"), delivery()).status_code == 403
    assert client.post(step(signed(), "activate")).status_code == 403


def test_what_is_not_there(client, receiver, make_pledge):
    client.force_login(receiver)
    assert client.get(step(make_pledge(), "burn")).status_code == 404
    assert client.post(step(make_pledge(state="draft"), "propose")).status_code == 404


def test_a_line_is_taken_back_with_a_reason(client, admin, receiver, make_pledge):
    pledge = make_pledge(unlocked=9 * KG)
    client.force_login(receiver)
    client.post(step(pledge, "confirm"), delivery())
    address = reverse("pledges:reverse", args=[pledge.entries.get(kind="delivered").pk])
    values = {"quantity": "1 kg", "reason": "Pesée fausse"}
    assert client.post(address, values).status_code == 403
    client.force_login(admin)
    assert 'value="4 kg"' in client.get(address).content.decode()
    assert client.post(address, {**values, "quantity": "5 kg"}).status_code == 400
    assert client.post(address, values).status_code == 302
    pledge.refresh_from_db()
    assert pledge.delivered == 3 * KG
    page = client.get(reverse("pledges:inspect", args=[pledge.pk])).content.decode()
    assert "Pesée fausse" in page
