"""Who finishes a live: those who may publish its page."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from live.domain.after_rights import ensure_may_finish, may_finish, may_finish_some
from live.replay_refusals import MayNotFinish
from tests.live.replays import make_replay

pytestmark = pytest.mark.django_db


def test_publishers_of_the_page(house, make_user):
    replay = make_replay(house.home, "aa")
    editor, other, guest = make_user("eve"), make_user("oto"), make_user("guy")
    publish = Permission.objects.get(codename="publish_page")
    for person, page in ((editor, replay.run.programme), (other, house.campaigns)):
        group = Group.objects.create(name=str(person))
        GroupPagePermission.objects.create(group=group, page=page, permission=publish)
        person.groups.add(group)
    found = [(may_finish(one, replay), may_finish_some(one)) for one in (editor, other, guest)]
    assert found == [(True, True), (False, True), (False, False)]
    ensure_may_finish(editor, replay)
    with pytest.raises(MayNotFinish):
        ensure_may_finish(other, replay)
