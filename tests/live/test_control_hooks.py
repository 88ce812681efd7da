"""The control room's place in the CMS."""

import pytest
from django.urls import reverse

from live.control_hooks import lead_to_control_room, offer_run_permissions

pytestmark = pytest.mark.django_db


def test_the_menu_shows_it_to_those_who_may_see_it(client, house, make_user):
    for user, is_shown in ((make_user("ana", "live.watch_run"), True), (make_user("zoe"), False)):
        client.force_login(user)
        menu = client.get(reverse("wagtailadmin_home")).content.decode()
        assert (reverse("control_rooms") in menu) is is_shown


def test_the_programmes_page_leads_to_it(programme_on_debate, house, caller, make_user):
    (button,) = lead_to_control_room(programme_on_debate, caller, "edit")
    assert button.url == reverse("control_room", args=[programme_on_debate.pk])
    assert list(lead_to_control_room(house.home, caller, "edit")) == []
    assert list(lead_to_control_room(programme_on_debate, make_user("zoe"), "edit")) == []


def test_groups_can_be_given_its_rights(db):
    names = set(offer_run_permissions().values_list("codename", flat=True))
    assert names == {"operate_run", "watch_run"}
