"""Funds in the CMS."""

import pytest

from fundraising.models import TaxStanding

pytestmark = pytest.mark.django_db


def test_the_list_and_the_form(client, admin, fund):
    client.force_login(admin)
    listed = client.get("/admin/snippets/fundraising/fund/").content.decode()
    assert "Manger bien" in listed
    assert client.get(f"/admin/snippets/fundraising/fund/edit/{fund.pk}/").status_code == 200


def test_tax_standings(client, admin, fund):
    client.force_login(admin)
    found = TaxStanding.objects.create(organisation=fund.beneficiary, scheme="need")
    listed = client.get("/admin/snippets/fundraising/taxstanding/").content.decode()
    assert "Épicerie du Pont" in listed
    edit = client.get(f"/admin/snippets/fundraising/taxstanding/edit/{found.pk}/")
    assert edit.status_code == 200
