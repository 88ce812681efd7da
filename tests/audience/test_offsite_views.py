"""A batch of codes in the CMS: downloaded once, revoked with a reason."""

import csv

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from audience import listeners
from audience.domain.redeem_code import new_form, redeem_code
from audience.models import OffsiteCode
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, roots, django_user_model):
    user = django_user_model.objects.create_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


@pytest.fixture
def empty(meter):
    batch, _ = make_batch(meter, 0, made_at=None, count=3)
    return batch


def test_the_codes_are_downloaded_once(team, empty):
    page = reverse("codes:show", args=[empty.pk])
    make = reverse("codes:make", args=[empty.pk])
    assert make in team.get(page).text
    answer = team.post(make)
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    lines = list(csv.reader(answer.getvalue().decode().splitlines()))
    assert lines[0] == ["code", "address"]
    codes = [code for code, _ in lines[1:]]
    assert len(codes) == OffsiteCode.objects.count() == 3
    assert lines[1][1].endswith(f"/code/?c={codes[0]}")
    assert redeem_code(codes[0], new_form(), "192.0.2.7").number == 1
    again = team.post(make)
    assert again.status_code == 409
    assert "COD-102" in again.text
    assert make not in team.get(page).text
    assert codes[0] not in team.get(page).text


def test_reading_makes_nothing(team, empty):
    assert team.get(reverse("codes:make", args=[empty.pk])).status_code == 405


def test_a_batch_is_revoked(team, empty):
    revoke = reverse("codes:revoke", args=[empty.pk])
    answer = team.post(revoke, {"why": " "})
    assert answer.status_code == 422
    assert "COD-104" in answer.text
    assert team.post(revoke, {"why": "Printed twice"}).status_code == 302
    assert "Printed twice" in team.get(reverse("codes:show", args=[empty.pk])).text


def test_others_do_not(client, roots, django_user_model, empty):
    client.force_login(django_user_model.objects.create_user("zoe"))
    for name in ("show", "make", "revoke"):
        address = reverse(f"codes:{name}", args=[empty.pk])
        assert client.post(address).status_code == 302
    assert not OffsiteCode.objects.exists()


def test_a_campaign_that_gives_nothing_for_codes_says_so(team, empty, monkeypatch):
    page = reverse("codes:show", args=[empty.pk])
    assert "help-warning" in team.get(page).text
    monkeypatch.setattr(listeners, "_takers", [lambda meter, kind: kind == "offsite"])
    assert "help-warning" not in team.get(page).text
