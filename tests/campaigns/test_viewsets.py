"""The menu “Promises”; its screens are tested with their views."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from campaigns.models import Organisation

pytestmark = pytest.mark.django_db


def test_the_menu_leads_to_all(client, admin):
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("pledges", "organisations", "partnerships", "claims", "contestations", "ledger"):
        assert reverse(f"{name}:index") in page


def test_an_organisation_with_its_representative(client, admin):
    client.force_login(admin)
    rows = {
        "mandates-TOTAL_FORMS": 1,
        "mandates-INITIAL_FORMS": 0,
        "mandates-0-user": get_user_model().objects.get().pk,
        "mandates-0-title": "présidente",
        "mandates-0-ORDER": 1,
    }
    values = {"name": "Les Glaneurs", "kind": "association", "city": "Lille", **rows}
    wrong = client.post(reverse("organisations:add"), {**values, "siren": "732829321"})
    assert "error-message" in wrong.content.decode()
    assert not Organisation.objects.exists()
    client.post(reverse("organisations:add"), {**values, "siren": "732829320"})
    assert str(Organisation.objects.get().mandates.get()) == "admin, présidente"
    page = client.get(reverse("organisations:index")).content.decode()
    assert "Les Glaneurs" in page
