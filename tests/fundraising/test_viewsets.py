"""Funds in the CMS."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_list_and_the_form(client, admin, fund):
    client.force_login(admin)
    listed = client.get("/admin/snippets/fundraising/fund/").content.decode()
    assert "Manger bien" in listed
    assert client.get(f"/admin/snippets/fundraising/fund/edit/{fund.pk}/").status_code == 200
