"""Sites that show the widget."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from campaigns.models import EmbedHost
from campaigns.models.host import new_host_key

pytestmark = pytest.mark.django_db


def test_keys_stand_in_addresses_and_differ():
    keys = {new_host_key() for _ in range(200)}
    assert len(keys) == 200
    assert all(re.fullmatch("[a-z0-9]{8,12}", key) for key in keys)


def test_a_new_host_is_credited():
    host = EmbedHost.objects.create(name="Le blog de Zoé", address="https://zoe.example/")
    host.full_clean()
    assert (host.is_open, host.contact, str(host)) == (True, "", "Le blog de Zoé")


@pytest.mark.parametrize("address", ["ftp://zoe.example/", "javascript:alert(1)", "zoe", ""])
def test_only_sites_have_an_address(address):
    with pytest.raises(ValidationError):
        EmbedHost(name="Zoé", address=address).full_clean()


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_the_team_may_look_after_hosts(group):
    rights = Group.objects.get(name=group).permissions.filter(content_type__model="embedhost")
    assert sorted(rights.values_list("codename", flat=True)) == [
        "change_embedhost",
        "view_embedhost",
    ]
