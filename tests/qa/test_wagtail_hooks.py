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

WORDS = {
    role: {f"{deed}_{model}" for model in models for deed in ("add", "change", "delete", "view")}
    for role, models in {
        "Moderators": ["preparedwords"],
        "Lead moderators": ["preparedwords", "stoplist"],
    }.items()
}


@pytest.mark.parametrize("name", ROLES)
def test_a_role(name):
    group = Group.objects.get(name=name)
    held = group.permissions.filter(content_type__app_label="qa")
    words = WORDS.get(name, set())
    assert set(held.values_list("codename", flat=True)) == ROLES[name] | words
    assert group.permissions.filter(codename="access_admin").exists()


def test_their_rights_can_be_given_to_other_groups(client, admin):
    client.force_login(admin)
    group = Group.objects.get(name="Editors")
    page = client.get(f"/admin/groups/edit/{group.pk}/").content.decode()
    assert "moderate_text" in page or "Can show, decline, edit and merge" in page
