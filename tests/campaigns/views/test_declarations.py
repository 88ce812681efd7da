"""Deciding about a declaration in the CMS, and what the public sees of it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campaigns.domain.count_declared import count_declared
from campaigns.models import Declaration, Pledge
from tests.campaigns.declared import declare

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter, kinds=["offsite"])
    return page


@pytest.fixture
def declaration(campaign, make_user):
    user = make_user("edith")
    user.groups.add(Group.objects.get(name="Editors"))
    return declare(type(user).objects.get(pk=user.pk), campaign.meter, 7)


@pytest.fixture
def moderator(client, declaration, make_user):
    user = make_user("mo")
    user.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(user)
    return client


def address(declaration, decision=""):
    if decision:
        return reverse("declarations:decide", args=[declaration.pk, decision])
    return reverse("declarations:show", args=[declaration.pk])


def test_from_the_declaration_to_the_page(moderator, declaration, campaign):
    assert address(declaration, "approve") in moderator.get(address(declaration)).text
    assert 'id="offsite"' not in moderator.get(campaign.url).text
    assert moderator.post(address(declaration, "approve")).status_code == 302
    assert count_declared() == 7
    page = moderator.get(campaign.url).text
    assert declaration.document.url in page
    assert "Coop Andine" in page
    assert address(declaration, "revoke") in moderator.get(address(declaration)).text
    answer = moderator.post(address(declaration, "revoke"), {"why": "Invoice of 2024"})
    assert answer.status_code == 302
    assert "Invoice of 2024" in moderator.get(campaign.url).text


def test_who_declared_sees_no_button_to_approve(client, declaration):
    client.force_login(declaration.declared_by)
    page = client.get(address(declaration)).text
    assert address(declaration, "approve") not in page
    assert address(declaration, "reject") in page
    answer = client.post(address(declaration, "approve"))
    assert answer.status_code == 403
    assert "DEC-001" in answer.text


def test_refusals_keep_what_was_typed(moderator, declaration):
    answer = moderator.post(address(declaration, "reject"), {"why": " "})
    assert (answer.status_code, "DEC-006" in answer.text) == (400, True)
    assert moderator.post(address(declaration, "reject"), {"why": "No stamp"}).status_code == 302
    answer = moderator.post(address(declaration, "approve"), {"why": "<i>"})
    assert answer.status_code == 409
    assert "No stamp" in answer.text
    assert Declaration.objects.get().approved_at is None


def test_other_addresses(moderator, declaration, client, make_user):
    assert moderator.post(address(declaration, "forget")).status_code == 404
    assert moderator.get(address(declaration, "approve")).status_code == 405
    client.force_login(make_user("none"))
    assert client.get(address(declaration)).status_code == 302


def test_a_campaign_that_gives_nothing_for_it_says_so(moderator, declaration):
    assert "help-warning" not in moderator.get(address(declaration)).text
    Pledge.objects.update(kinds=["click"])
    assert "help-warning" in moderator.get(address(declaration)).text
