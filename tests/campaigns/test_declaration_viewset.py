"""Declaring in the CMS: nothing typed is lost, and no document is kept for a refusal."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document

from campaigns.models import Declaration, Organisation
from tests.campaigns.conftest import proof

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, roots, make_user):
    user = make_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


@pytest.fixture
def typed(meter):
    return {
        "meter": meter.pk,
        "organisation": Organisation.objects.create(name="Coop Andine").pk,
        "acts": "120",
        "about": "Paquets vendus au marché",
        "done_on": timezone.localdate().isoformat(),
    }


def test_an_editor_declares(team, typed):
    address = reverse("declarations:add")
    assert 'type="file"' in team.get(address).text
    answer = team.post(address, {**typed, "proof": proof()})
    declaration = Declaration.objects.get()
    page = reverse("declarations:show", args=[declaration.pk])
    assert answer["Location"] == page
    assert (declaration.acts, declaration.declared_by.username) == (120, "edith")
    assert page in team.get(reverse("declarations:index")).text


@pytest.mark.parametrize(
    ("name", "value"), [("acts", "100001"), ("acts", "0"), ("about", ""), ("proof", "")]
)
def test_what_cannot_be_is_said(team, typed, name, value):
    values = {**typed, "proof": proof(), name: value}
    answer = team.post(reverse("declarations:add"), values)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert f'value="{values["done_on"]}"' in answer.text
    assert not Declaration.objects.exists()
    assert not Document.objects.exists()


def test_others_do_not(client, make_user):
    client.force_login(make_user("none"))
    assert client.get(reverse("declarations:add")).status_code == 302
