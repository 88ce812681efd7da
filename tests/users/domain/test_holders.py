"""Who holds a right."""

import pytest
from django.contrib.auth.models import Group

from users.domain.holders import holders_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_by_themselves_through_a_group_or_as_an_administrator(make_user):
    mo, grouped = make_user("mo", "qa.moderate_text"), make_user("zoe")
    grouped.groups.add(Group.objects.get(name="Moderators"))
    chief, law = make_user("chief", is_superuser=True), make_user("lea", "qa.remove_text")
    make_user("ed")
    make_user("gone", "qa.moderate_text", is_active=False)
    assert set(holders_of("qa.moderate_text")) == {mo, grouped, chief}
    assert set(holders_of("qa.moderate_text", "qa.remove_text")) == {mo, grouped, chief, law}
