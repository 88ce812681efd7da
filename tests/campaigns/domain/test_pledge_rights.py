"""Who may do what with pledges."""

import pytest
from django.contrib.auth.models import Group

from campaigns.domain.pledge_rights import (
    ensure_may_activate,
    ensure_may_write,
    mandate_of,
    visible_pledges,
)
from campaigns.models import Organisation, Representative
from campaigns.refusals import MayNotPledge

pytestmark = pytest.mark.django_db


def test_writing_and_activating_are_two_rights(editor, admin, receiver):
    ensure_may_write(editor)
    ensure_may_activate(admin)
    with pytest.raises(MayNotPledge):
        ensure_may_activate(editor)
    with pytest.raises(MayNotPledge):
        ensure_may_write(receiver)


def test_wagtails_own_groups_have_their_part():
    def codes(name: str) -> set[str]:
        group = Group.objects.get(name=name)
        found = group.permissions.filter(content_type__app_label="campaigns")
        return set(found.values_list("codename", flat=True))

    assert "change_pledge" in codes("Editors")
    assert "activate_pledge" not in codes("Editors")
    assert "activate_pledge" in codes("Moderators")
    assert codes("Beneficiaries") == {"view_pledge"}
    entry = Group.objects.get(name="Beneficiaries").permissions
    assert entry.filter(codename="access_admin").exists()


def test_a_mandate_needs_the_group_and_the_organisation(receiver, editor):
    mine = Organisation.objects.get(name="Épicerie du Pont")
    other = Organisation.objects.create(name="Coop")
    assert mandate_of(receiver, mine).title == "président"
    assert mandate_of(receiver, other) is None
    Representative.objects.create(organisation=mine, user=editor, title="amie")
    assert mandate_of(editor, mine) is None
    receiver.is_active = False
    assert mandate_of(receiver, mine) is None


def test_representatives_see_their_own_pledges_once_offered(make_pledge, receiver, editor):
    theirs, draft = make_pledge(), make_pledge(state="draft")
    foreign = make_pledge(beneficiary=Organisation.objects.create(name="Autre"))
    assert set(visible_pledges(editor)) == {theirs, draft, foreign}
    assert set(visible_pledges(receiver)) == {theirs}
