"""A partner in the CMS: its keys are given and revoked, each secret is shown once."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from audience import listeners
from audience.domain.sale_signature import secret_of
from audience.models import Partner, PartnerKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, roots, django_user_model):
    user = django_user_model.objects.create_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def test_from_a_name_to_a_key(team, meter):
    assert team.get(reverse("partners:add")).status_code == 200
    typed = {"meter": meter.pk, "name": "Coop", "most_acts": "5"}
    answer = team.post(reverse("partners:add"), typed)
    page = answer["Location"]
    partner = Partner.objects.get()
    assert page == reverse("partners:show", args=[partner.pk])
    assert f"/sales/{meter.key}" in team.get(page).text
    given = team.post(reverse("partners:give_key", args=[partner.pk]))
    key = PartnerKey.objects.get()
    assert secret_of(key.key_id) in given.text
    assert "no-store" in given["Cache-Control"]
    assert secret_of(key.key_id) not in team.get(page).text
    assert page in team.get(reverse("partners:index")).text


def test_a_key_is_revoked_once(team, meter):
    key = PartnerKey.objects.create(partner=Partner.objects.create(meter=meter, name="Coop"))
    address = reverse("partners:revoke_key", args=[key.partner_id, key.pk])
    assert team.post(address).status_code == 302
    key.refresh_from_db()
    assert key.revoked_at is not None
    answer = team.post(address)
    assert answer.status_code == 409
    assert "SAL-102" in answer.text


def test_who_may_only_look_gives_no_key(client, roots, django_user_model, meter):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("zoe")
    codes = ["access_admin", "view_partner"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(user)
    partner = Partner.objects.create(meter=meter, name="Coop")
    assert client.get(reverse("partners:show", args=[partner.pk])).status_code == 200
    answer = client.post(reverse("partners:give_key", args=[partner.pk]))
    assert answer.status_code == 403
    assert not PartnerKey.objects.exists()


def test_a_campaign_that_gives_nothing_for_sales_says_so(team, meter, monkeypatch):
    page = reverse("partners:show", args=[Partner.objects.create(meter=meter, name="Coop").pk])
    assert "help-warning" in team.get(page).text
    monkeypatch.setattr(listeners, "_takers", [lambda meter, kind: kind == "offsite"])
    assert "help-warning" not in team.get(page).text
