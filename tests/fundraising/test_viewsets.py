"""Funds in the CMS."""

import pytest
from django.utils import timezone

from fundraising.models import MatchingGift, TaxStanding

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


def test_what_was_given_before_is_matched(client, admin, fund, make_gift, tell):
    tell(make_gift())
    client.force_login(admin)
    today = f"{timezone.localdate():%Y-%m-%d}"
    typed = {"fund": fund.pk, "sponsor": fund.beneficiary_id, "rate_percent": 50}
    typed |= {"cap_cents": 500_00, "starts_on": today, "ends_on": today}
    answer = client.post("/admin/snippets/fundraising/matchinggift/add/", typed)
    assert answer.status_code == 302
    assert MatchingGift.objects.get().adds_to(20_00) == 10_00
    assert MatchingGift.objects.get().given_cents == 20_00
    assert "Épicerie" in client.get("/admin/snippets/fundraising/matchinggift/").content.decode()
