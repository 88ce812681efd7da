"""The list of programmes shows the published ones, the newest first."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_drafts_are_not_listed(house, make_programme):
    old, new = make_programme("Avant", age_days=3), make_programme("Après", age_days=1)
    make_programme("Brouillon", live=False)
    assert [page.pk for page in house.programmes.programmes()] == [new.pk, old.pk]
