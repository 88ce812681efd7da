"""The hosts' screen in the CMS."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campaigns.host_viewset import EmbedHostViewSet
from campaigns.models import EmbedHost

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    values = {"address": "https://zoe.example/", "contact": "zoe@example.org"}
    return EmbedHost.objects.create(name="Le blog de Zoé", **values)


@pytest.fixture
def team(client, make_user):
    user = make_user("mo")
    user.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(user)
    return client


def test_the_team_finds_a_host(team, host):
    found = team.get(reverse(EmbedHostViewSet().get_url_name("list")), {"q": "zoe"})
    assert "Le blog de Zoé" in found.text
    assert host.key in found.text


def test_the_team_closes_a_host(team, host):
    address = reverse(EmbedHostViewSet().get_url_name("edit"), args=[host.pk])
    assert team.get(address).status_code == 200
    typed = {"name": host.name, "address": host.address, "contact": host.contact}
    assert team.post(address, typed).status_code == 302
    host.refresh_from_db()
    assert not host.is_open


def test_others_do_not(client, make_user, host):
    client.force_login(make_user("none"))
    assert client.get(reverse(EmbedHostViewSet().get_url_name("list"))).status_code == 302
