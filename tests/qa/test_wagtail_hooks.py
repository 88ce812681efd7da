"""Five roles: each can do what it should, and no more."""

import pytest
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db
ROLES = {
    "Contributors": {"sort_text"},
    "Moderators": {"sort_text", "moderate_text"},
    "Lead moderators": {"sort_text", "moderate_text", "lead_moderation", "present_question"},
    "Presenters": {"sort_text", "present_question"},
    "Legal": {"sort_text", "remove_text"},
}


@pytest.mark.parametrize("name", ROLES)
def test_a_role(name):
    group = Group.objects.get(name=name)
    held = group.permissions.filter(content_type__app_label="qa")
    assert set(held.values_list("codename", flat=True)) == ROLES[name]
    assert group.permissions.filter(codename="access_admin").exists()


def test_their_rights_can_be_given_to_other_groups(client, admin):
    client.force_login(admin)
    group = Group.objects.get(name="Editors")
    page = client.get(f"/admin/groups/edit/{group.pk}/").content.decode()
    assert "moderate_text" in page or "Can show, decline, edit and merge" in page
