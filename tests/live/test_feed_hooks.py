"""The way to the feeds leads from the programme's page, and the histories name what was done."""

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from tests.live.feeds import make_live

pytestmark = pytest.mark.django_db


def test_the_programmes_page_leads_to_its_feeds(client, admin, house):
    programme = make_live(house)
    client.force_login(admin)
    address = reverse("live_feeds", args=[programme.pk])
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[programme.pk])).text
    assert address not in client.get(reverse("wagtailadmin_pages:edit", args=[house.home.pk])).text


def test_histories_name_the_deeds():
    for deed in ("open", "rotate", "revoke", "invite", "uninvite"):
        assert registry.action_exists(f"live.feed.{deed}")


def test_what_comes_from_elsewhere_has_none(client, admin, house):
    programme = make_live(house)
    programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    programme.save_revision().publish()
    client.force_login(admin)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[programme.pk])).text
    assert reverse("live_feeds", args=[programme.pk]) not in edit
    assert reverse("control_room", args=[programme.pk]) in edit
