"""The screens on which codes and partners begin."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from audience.models import CodeBatch
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, roots, django_user_model):
    user = django_user_model.objects.create_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def typed(meter, **values):
    now = timezone.localtime()
    return {
        "meter": meter.pk,
        "label": "Café 250 g",
        "issued_by": "Coop Andine",
        "count": "3",
        "valid_from": now.strftime("%Y-%m-%d %H:%M"),
        "valid_until": (now + timedelta(days=9)).strftime("%Y-%m-%d %H:%M"),
        **values,
    }


def test_an_editor_begins_a_batch(team, meter):
    assert team.get(reverse("codes:add")).status_code == 200
    answer = team.post(reverse("codes:add"), typed(meter))
    batch = CodeBatch.objects.get()
    assert answer["Location"] == reverse("codes:show", args=[batch.pk])
    assert batch.made_at is None
    assert batch.codes.count() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("count", "100001"), ("count", "0"), ("valid_until", "2020-01-01 00:00"), ("meter", "")],
)
def test_what_cannot_be_is_said(team, meter, name, value):
    answer = team.post(reverse("codes:add"), typed(meter) | {name: value})
    assert answer.status_code == 200
    assert answer.context["form"].errors[name]
    assert not CodeBatch.objects.exists()


def test_the_list_leads_to_the_page(team, meter):
    batch, _ = make_batch(meter)
    answer = team.get(reverse("codes:index"))
    assert "Café 250 g" in answer.text
    assert reverse("codes:show", args=[batch.pk]) in answer.text


def test_others_see_nothing(client, roots, django_user_model, meter):
    client.force_login(django_user_model.objects.create_user("zoe"))
    assert client.get(reverse("codes:index")).status_code == 302
