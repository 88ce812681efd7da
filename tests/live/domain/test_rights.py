"""Who may operate, who may look; the groups that the site has from the beginning."""

import pytest
from django.contrib.auth.models import Group

from live.domain.rights import ensure_may_operate, may_operate, may_watch
from live.refusals import MayNotOperate

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_rights(make_user, admin):
    both, looks, none = (
        make_user("sam", "live.operate_run"),
        make_user("ana", "live.watch_run"),
        make_user("zoe"),
    )
    assert [may_operate(user) for user in (both, looks, none, admin)] == [True, False, False, True]
    assert [may_watch(user) for user in (both, looks, none, admin)] == [True, True, False, True]
    ensure_may_operate(both)
    with pytest.raises(MayNotOperate):
        ensure_may_operate(looks)


def test_a_migration_made_the_roles():
    def rights(name):
        return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))

    assert {"operate_run", "watch_run", "present_question", "access_admin"} <= rights("Showcallers")
    assert "watch_run" in rights("Presenters")
    assert "operate_run" not in rights("Presenters")
