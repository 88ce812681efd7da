"""A team has a public address and its captain's."""

import pytest

pytestmark = pytest.mark.django_db


def test_its_addresses_and_captain(make_team):
    team = make_team()
    assert str(team) == team.words == "Les Navets volants"
    assert team.get_absolute_url() == f"/collectes/equipes/{team.code}/"
    assert team.get_private_url() == f"/mes-collectes/equipes/{team.code}/"
    assert team.owner.email == "zoe@example.org"
