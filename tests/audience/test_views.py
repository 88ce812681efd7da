"""The screen where the team decides about acts."""

import pytest
from django.urls import reverse

from audience.domain.count_acts import count_acts
from audience.models import Act
from campaigns.models import EmbedHost

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


@pytest.fixture
def waiting(offer, settings):
    settings.ACTS_PER_NETWORK = 0
    count_acts([offer() for _ in range(3)])
    return [str(pk) for pk in Act.objects.values_list("pk", flat=True)]


def test_nothing_waits(desk, db):
    answer = desk.get(reverse("acts"))
    assert answer.status_code == 200
    assert 'name="decision"' not in answer.text


def test_what_waits_is_chosen_and_counted(desk, waiting):
    address = reverse("acts")
    assert desk.get(address).text.count('name="act"') == 3
    values = {"act": waiting[:2], "note": "une école", "decision": "count"}
    assert desk.post(address, values).headers["location"] == address
    assert Act.objects.filter(verdict="counted", note="une école").count() == 2
    assert "une école" in desk.get(f"{address}?verdict=counted").text


def test_places_are_called_by_their_names(desk, offer):
    host = EmbedHost.objects.create(name="Le blog de Zoé", address="https://zoe.example/")
    count_acts([offer(host=host.key), offer(), offer(host="gone")])
    shown = desk.get(f"{reverse('acts')}?verdict=counted").text
    assert "<td>Le blog de Zoé</td>" in shown
    assert "<td>–</td>" in shown
    assert "<td>gone</td>" in shown
    assert host.key not in shown


def test_refused(desk, waiting):
    desk.post(reverse("acts"), {"act": waiting, "note": "un script", "decision": "refuse"})
    assert Act.objects.filter(verdict="refused").count() == 3


def test_a_missing_reason_loses_nothing(desk, waiting):
    values = {"act": waiting[:1], "note": " ", "decision": "count"}
    answer = desk.post(reverse("acts"), values)
    assert answer.status_code == 422
    assert "ACT-102" in answer.text
    assert answer.text.count(" checked") == 1
    assert Act.objects.filter(verdict="to_verify").count() == 3


@pytest.mark.parametrize("query", ["?verdict=x", "?p=99", "?p=x", "?verdict=refused"])
def test_any_address_is_answered(desk, waiting, query):
    assert desk.get(reverse("acts") + query).status_code == 200


def test_strangers_are_sent_to_the_log_in(client, db):
    assert client.get(reverse("acts")).status_code == 302
