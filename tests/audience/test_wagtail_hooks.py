"""Acts in the menu of reports, and the right to decide about them."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from audience.wagtail_hooks import offer_permissions, show_in_reports

pytestmark = pytest.mark.django_db


def test_the_menu_leads_there(client, admin):
    client.force_login(admin)
    assert client.get(show_in_reports().url).status_code == 200
    assert show_in_reports().url == reverse("acts")


def test_groups_can_be_given_the_right():
    codes = {permission.codename for permission in offer_permissions()}
    assert {"change_act", "change_codebatch", "view_partner"} <= codes
    assert not any(code.startswith("delete") for code in codes)


def test_decisions_have_a_name():
    assert registry.action_exists("audience.review")
